import { quotationMarks } from "@/lib/quotation-marks";
import type { Report, ReportClaim } from "../report";

/** Longest quotation that stands for its claim, in characters. */
const MAX_LENGTH = 160;

/** What is read of a Report. */
type Original = { article: Pick<Report["article"], "language"> };

/**
 * What stands for a claim in a list of verdicts: its statement; where the wording was altered, the words of the article in the quotation marks
 * of its language, as they are what is wrong and the event behind them may be true.
 */
export function headlineOf({ article }: Original, { ratingKey, statement, quote }: ReportClaim): string {
  if (ratingKey !== "altered" || quote.length > MAX_LENGTH) return statement;
  return quoted(quote.replaceAll("\n", " "), article.language);
}

/** The language that a headline is known to have, as BCP 47: that of the article if it has the article's words. */
export function headlineLanguageOf(report: Original, claim: ReportClaim): string | undefined {
  return headlineOf(report, claim) === claim.statement && claim.statement !== claim.quote
    ? undefined
    : report.article.language;
}

/** A text in quotation marks; those in it become the ones that its language has for a quotation in another one. */
function quoted(text: string, language: string): string {
  // Browsers draw ”…“ in Arabic; newspapers print «…», as the words of our pages do, and in Persian both do.
  const { outer, inner } = quotationMarks(/^ar\b/i.test(language) ? "fa" : language);
  const inside = text.replaceAll(outer[0], inner[0]).replaceAll(outer[1], inner[1]);
  return `${outer[0]}${inside}${outer[1]}`;
}
