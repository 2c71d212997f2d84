/** UTF-16 units of a description; search engines and messengers show about half of it. */
const MAX_LENGTH = 300;

/**
 * The beginning of a text, for the description of a page. A longer text ends after a word, with "…".
 * @param maxLength UTF-16 units, the "…" included
 */
export function shortDescription(text: string, maxLength = MAX_LENGTH): string {
  if (text.length <= maxLength) return text;
  const start = text.slice(0, maxLength - 1);
  // The space after the last word may be the first unit that is cut.
  const lastBreak = /^\s/.test(text.slice(maxLength - 1)) ? start.length : start.search(/\s+\S*$/);
  // Without spaces, as in Chinese and Thai: between words that a dictionary finds, else between letters.
  const end =
    lastBreak > maxLength / 2 ? lastBreak : lastStart(start, "word") || lastStart(start, "grapheme");
  return `${start.slice(0, end).trimEnd()}…`;
}

/** Where the last word or letter begins, which may be cut. 0 if that is far from the end. */
function lastStart(text: string, granularity: "word" | "grapheme"): number {
  const last = [...new Intl.Segmenter(undefined, { granularity }).segment(text)].at(-1)?.index ?? 0;
  return last > text.length / 2 ? last : 0;
}
