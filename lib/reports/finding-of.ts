import { intlLocale } from "@/lib/intl-locale";
import { isWrong } from "@/lib/ratings/is-wrong";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";
import { sentenceMarks } from "./languages/sentence-marks";
import type { Report } from "./report";

/** UTF-16 units of a finding that an editor writes: one paragraph. */
export const MAX_FINDING_LENGTH = 1000;

/** How many claims have a rating; ratings without claims may be missing. */
export interface RatingCount {
  ratingKey: string;
  count: number;
}

/**
 * The answer of a check in one paragraph: as an editor wrote it, else made from the counts.
 * @param language BCP 47: of the text that is made, not of the article
 * @returns "" if nothing was written, and no claims were checked or the report has only some of them
 */
export function findingOf(report: Report, language = "en"): string {
  // Counts of some claims say nothing of the article.
  if (report.finding === null && report.selection) return "";
  return report.finding ?? findingFromCounts(report.summary.counts, report.scale.ratings, language);
}

/**
 * "We checked 9 claims in this article. 2 do not hold up: False (2). The other 7 are rated True (7)."
 * @param ratings of the scale, in its order
 * @param language BCP 47
 * @returns "" without claims
 */
export function findingFromCounts(
  counts: readonly RatingCount[],
  ratings: readonly Rating[],
  language = "en",
): string {
  const t = words("reader", language);
  const list = new Intl.ListFormat(intlLocale(language), { type: "conjunction" });
  const rated = ratings.flatMap((rating) => {
    const count = counts.find(({ ratingKey }) => ratingKey === rating.key)?.count ?? 0;
    return count > 0 ? [{ rating, count }] : [];
  });
  const total = sum(rated);
  if (total === 0) return "";
  /** "Altered (8) and Misleading (1)". */
  const listOf = (some: readonly Rated[]) =>
    list.format(some.map(({ rating, count }) => t("finding.rating", { rating: rating.label, count })));
  const wrong = rated.filter(({ rating }) => isWrong(rating, ratings));
  const others = rated.filter(({ rating }) => !isWrong(rating, ratings));
  return sentenceMarks(language).sentences([
    t("finding.total", { total }),
    wrong.length > 0
      ? t("finding.wrong", { count: sum(wrong), ratings: listOf(wrong) })
      : t("finding.none-wrong"),
    ...(others.length > 0
      ? [
          t(wrong.length > 0 ? "finding.others" : "finding.all", {
            count: sum(others),
            ratings: listOf(others),
          }),
        ]
      : []),
  ]);
}

interface Rated {
  rating: Rating;
  count: number;
}

const sum = (rated: readonly Rated[]) => rated.reduce((total, { count }) => total + count, 0);
