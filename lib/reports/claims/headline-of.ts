import type { ReportClaim } from "../report";

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
