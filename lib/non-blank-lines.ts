/** The lines of a text, trimmed, without blank ones. */
export function nonBlankLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
