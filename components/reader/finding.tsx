import { RatingLabel } from "@/components/ratings/rating-label";
import { formatDate } from "@/lib/format-date";
import { findingOf } from "@/lib/reports/finding-of";
import { mostSeriousClaims } from "@/lib/reports/most-serious-claims";
import type { Report } from "@/lib/reports/report";
import { textLanguage } from "@/lib/reports/text-language";
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
  const answer = findingOf(report);
  if (answer === "") return null;
  const checkers = list.format([
    ...new Set(report.signers.filter(({ role }) => role === "checked").map(({ name }) => name)),
  ]);
  const date = formatDate(report.publication.publishedAt);
  const organisation = report.organisation?.name;
  const serious = mostSeriousClaims(report, listed);
  return (
    <section className={styles.finding} aria-labelledby="finding-title">
      <h2 id="finding-title">{t("finding.title")}</h2>
      <p className={styles.answer} {...textLanguage(answer)}>
        {answer}
      </p>
      {checkers && (
        <p className={styles.by}>
          {organisation
            ? t("finding.checked-by-organisation", { organisation, names: checkers, date })
            : t("finding.checked-by", { names: checkers, date })}
        </p>
      )}
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
