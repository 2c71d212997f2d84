import { RatingLabel } from "@/components/ratings/rating-label";
import { formatDate } from "@/lib/format-date";
import { isWrong } from "@/lib/ratings/is-wrong";
import type { Rating } from "@/lib/ratings/rating";
import { mostSeriousClaims } from "@/lib/reports/most-serious-claims";
import type { Report } from "@/lib/reports/report";
import { words } from "@/lib/words/words";
import { ratingOf } from "./claim-entry";
import styles from "./finding.module.css";

const t = words("reader");
const list = new Intl.ListFormat("en", { type: "conjunction" });

/** The answer before everything else: what was found, who checked it and when, and the most serious claims. */
export function Finding({
  report,
  listed = 3,
}: {
  report: Report;
  /** How many of the most serious claims are listed. */
  listed?: number;
}) {
  const { total, counts } = report.summary;
  if (total === 0) return null;
  const { ratings } = report.scale;
  const rated = ratings.flatMap((rating) => {
    const count = counts.find(({ ratingKey }) => ratingKey === rating.key)?.count ?? 0;
    return count > 0 ? [{ rating, count }] : [];
  });
  const wrong = rated.filter(({ rating }) => isWrong(rating, ratings));
  const others = rated.filter(({ rating }) => !isWrong(rating, ratings));
  const checkers = list.format([
    ...new Set(report.signers.filter(({ role }) => role === "checked").map(({ name }) => name)),
  ]);
  const date = formatDate(report.publication.publishedAt);
  const organisation = report.organisation?.name;
  const serious = mostSeriousClaims(report, listed);
  return (
    <section className={styles.finding} aria-labelledby="finding-title">
      <h2 id="finding-title">{t("finding.title")}</h2>
      <p className={styles.answer}>
        {t("finding.total", { total })}{" "}
        {wrong.length > 0
          ? t("finding.wrong", { count: sum(wrong), ratings: listOf(wrong) })
          : t("finding.none-wrong")}{" "}
        {others.length > 0 &&
          t(wrong.length > 0 ? "finding.others" : "finding.all", {
            count: sum(others),
            ratings: listOf(others),
          })}
      </p>
      <p className={styles.by}>
        {organisation
          ? t("finding.checked-by-organisation", { organisation, names: checkers, date })
          : t("finding.checked-by", { names: checkers, date })}
      </p>
      {serious.length > 0 && (
        <>
          <h3>{t("finding.serious")}</h3>
          <ul>
            {serious.map((claim) => (
              <li key={claim.number}>
                <RatingLabel rating={ratingOf(report, claim)} size="small" />
                <a href={`#mark-${claim.number}`} dir="auto">
                  {claim.statement}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface Rated {
  rating: Rating;
  count: number;
}

const sum = (rated: readonly Rated[]) => rated.reduce((total, { count }) => total + count, 0);

/** "Altered (8) and Misleading (1)". */
const listOf = (rated: readonly Rated[]) =>
  list.format(rated.map(({ rating, count }) => t("finding.rating", { rating: rating.label, count })));
