const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["»", "«"],
  ["「", "」"],
  ["『", "』"],
  ['"', '"'],
];

/**
 * A text in quotation marks, for plain text. One that is a quotation already keeps its own marks; marks inside become single ones.
 * @param pattern the marks with "__quote__" between them: “__quote__”
 */
export function quotation(text: string, pattern: string): string {
  const quote = text.trim();
  if (isQuotation(quote)) return quote;
  // As a function: a quotation can have "$&" in it.
  return pattern.replace("__quote__", () => withSingleMarks(quote));
}

/** Whether one pair of quotation marks is around all of a text. */
function isQuotation(text: string): boolean {
  return PAIRS.some(([open, close]) => {
    if (text.length < 3 || !text.startsWith(open) || !text.endsWith(close)) return false;
    const inside = text.slice(1, -1);
    return !inside.includes(open) && !inside.includes(close);
  });
}

function withSingleMarks(text: string): string {
  const single = text.replaceAll("“", "‘").replaceAll("”", "’");
  const isPaired = single.split('"').length % 2 === 1;
  return isPaired ? single.replaceAll('"', "'") : single;
}
