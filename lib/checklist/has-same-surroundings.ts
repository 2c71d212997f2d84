import type { TextRange } from "@/lib/anchoring/text-range";

/** UTF-16 units that are compared on each side: a word or two. */
const COMPARED = 8;

/**
 * Whether the words before or those after an item are the same in two texts. Where both are new, the item says something else: a name or
 * a year is found in many sentences.
 * @param before where the item is in the old text
 * @param after where it is in the new one
 */
export function hasSameSurroundings(
  oldText: string,
  before: TextRange,
  newText: string,
  after: TextRange,
): boolean {
  const head = (text: string, { start }: TextRange) => fold(text.slice(Math.max(0, start - COMPARED), start));
  const tail = (text: string, { end }: TextRange) => fold(text.slice(end, end + COMPARED));
  return head(oldText, before) === head(newText, after) || tail(oldText, before) === tail(newText, after);
}

/** Kinds of white space and of quotation marks are no difference. */
function fold(text: string): string {
  return text.normalize("NFC").replace(/\s/g, " ").replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}
