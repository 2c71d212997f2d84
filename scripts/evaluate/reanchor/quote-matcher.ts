import search from "approx-string-match";
import type { TextRange } from "../../../lib/anchoring/text-range";

/** UTF-16 code units of context on each side. */
const CONTEXT = 32;

/**
 * The matcher to compare with: finds a quote by its text, context and position, as browser annotation clients do. It uses exact
 * matches if there are any, or else the closest by edit distance; of several, the one with the best context and nearest position.
 */
export function matchQuote(oldText: string, newText: string, { start, end }: TextRange): TextRange | null {
  const quote = oldText.slice(start, end);
  const prefix = oldText.slice(Math.max(0, start - CONTEXT), start);
  const suffix = oldText.slice(end, end + CONTEXT);
  const found = occurrences(newText, quote, Math.min(256, quote.length / 2));
  const similarity = (text: string, part: string) => {
    if (part === "" || text === "") return 0;
    const errors = search(text, part, part.length)[0]?.errors ?? part.length;
    return 1 - errors / part.length;
  };
  let best: { range: TextRange; score: number } | null = null;
  for (const match of found) {
    const score =
      (50 * (1 - match.errors / quote.length) +
        20 *
          (prefix
            ? similarity(newText.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
            : 1) +
        20 * (suffix ? similarity(newText.slice(match.end, match.end + suffix.length), suffix) : 1) +
        2 * (1 - Math.abs(match.start - start) / newText.length)) /
      92;
    if (!best || score > best.score) best = { range: { start: match.start, end: match.end }, score };
  }
  return best?.range ?? null;
}

function occurrences(
  text: string,
  quote: string,
  errors: number,
): { start: number; end: number; errors: number }[] {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, Math.floor(errors));
}
