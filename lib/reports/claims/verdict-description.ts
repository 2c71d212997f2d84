import { intlLocale } from "@/lib/intl-locale";
import { shortDescription } from "@/lib/short-description";
import { words } from "@/lib/words/words";
import { findingOf } from "../finding-of";
import type { Report, ReportClaim } from "../report";
import { reportWords } from "../report-words";
import { isolated } from "../text-language";
import { findRating } from "./find-rating";

/**
 * What a search engine or a messenger shows below the title of an article: the verdicts first, because it cuts the end.
 * @param language BCP 47, of the words around the facts
 */
export function articleDescription(report: Report, language = "en"): string {
  const finding = findingOf(report, language);
  // A finding that is made from the counts begins with them.
  if (report.finding === null || report.summary.total === 0) return shortDescription(finding);
  const t = words("sharing", language);
  const r = words("reader", language);
  const labels = new Map(report.scale.ratings.map(({ key, label }) => [key, label]));
  const rated = report.summary.counts.flatMap(({ ratingKey, count }) =>
    count > 0 ? [r("finding.rating", { rating: labels.get(ratingKey) ?? ratingKey, count })] : [],
  );
  return shortDescription(
    t("description.article", {
      total: reportWords(language).summaryTitle(report),
      ratings: new Intl.ListFormat(intlLocale(language), { type: "conjunction" }).format(rated),
      finding: isolated(finding, language),
    }),
  );
}

/** The same for a claim: the verdict, then the reason. */
export function claimDescription(report: Report, claim: ReportClaim, language = "en"): string {
  return shortDescription(
    words("sharing", language)("description.claim", {
      rating: isolated(findRating(report, claim).label, language),
      reason: isolated(claim.rationaleText, language),
    }).trim(),
  );
}
