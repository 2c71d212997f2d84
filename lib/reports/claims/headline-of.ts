import type { Report, ReportClaim } from "../report";

/** Longest quotation that stands for its claim, in characters. */
const MAX_LENGTH = 160;

/**
 * What stands for a claim in a list of verdicts: its statement; where the wording was altered, the words of the article in quotation marks, as
 * they are what is wrong and the event behind them may be true.
 */
export function headlineOf({ ratingKey, statement, quote }: ReportClaim): string {
  if (ratingKey !== "altered" || quote.length > MAX_LENGTH) return statement;
  return `“${quote.replaceAll("\n", " ").replaceAll("“", "‘").replaceAll("”", "’")}”`;
}

/** The language that a headline is known to have, as BCP 47: that of the article if it has the article's words. */
export function headlineLanguageOf(
  { article }: { article: Pick<Report["article"], "language"> },
  claim: ReportClaim,
): string | undefined {
  return headlineOf(claim) === claim.statement && claim.statement !== claim.quote
    ? undefined
    : article.language;
}
