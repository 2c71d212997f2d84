import { sentenceAt } from "@/lib/sources/pick-excerpt";
import { LIMITS } from "./claim-input";

/**
 * The first statement of a claim on a passage: the sentences that contain it, on one line. "$240 billion" becomes "Trade rose to $240
 * billion in 2023." Where those are too long for a statement, it is the passage itself.
 * @param text canonical text of the version @param passage in UTF-16 units of it @param language of the text, BCP 47
 */
export function statementOf(
  text: string,
  { start, end }: { start: number; end: number },
  language: string,
): string {
  const first = sentenceAt(text, start, language);
  const last = sentenceAt(text, Math.max(start, end - 1), language);
  const sentences = text.slice(Math.min(start, first?.start ?? start), Math.max(end, last?.end ?? end));
  const statement = onOneLine(sentences);
  return statement.length <= LIMITS.statement ? statement : onOneLine(text.slice(start, end));
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
