/** UTF-16 units of a description; search engines and messengers show about half of it. */
const MAX_LENGTH = 300;

/** The beginning of a text, for the description of a page. A longer text ends after a word, with "…". */
export function shortDescription(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const start = text.slice(0, MAX_LENGTH - 1);
  const lastBreak = start.search(/\s+\S*$/);
  // Without spaces, as in Chinese: between letters, but not inside of one.
  const end = lastBreak > MAX_LENGTH / 2 ? lastBreak : lastClusterEnd(start);
  return `${start.slice(0, end).trimEnd()}…`;
}

function lastClusterEnd(text: string): number {
  const clusters = [...new Intl.Segmenter().segment(text)];
  return clusters.at(-1)?.index ?? 0;
}
