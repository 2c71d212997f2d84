/** How many positions a note quotes. */
const QUOTED = 3;

/**
 * What an editor should know about letters that could not be read, with the words beside the first of them.
 * @param text the text as it was imported: damage outside it, such as in a comment of a page, does not matter
 * @returns a sentence, or null if the text has none
 */
export function damageNote(text: string): string | null {
  const positions = [...text.matchAll(/\ufffd/g)].map(({ index }) => index);
  if (positions.length === 0) return null;
  const quoted: string[] = [];
  let end = -1;
  for (const position of positions) {
    if (quoted.length === QUOTED) break;
    if (position < end) continue;
    end = position + 20;
    quoted.push(`“${aroundOf(text, position)}”`);
  }
  const near = new Intl.ListFormat("en-GB").format(quoted);
  return positions.length === 1
    ? `1 damaged character was replaced by �. Check the text near ${near}.`
    : `${positions.length.toLocaleString("en")} damaged characters were replaced by �. Check the text near ${near}.`;
}

/** The words around a position, on its line. */
function aroundOf(text: string, position: number): string {
  const from = Math.max(text.lastIndexOf("\n", position) + 1, position - 30);
  const end = text.indexOf("\n", position);
  const to = Math.min(end === -1 ? text.length : end, position + 20);
  // Without the halves of words at its edges.
  const before = text.slice(from, position).replace(/^\S+\s/, text[from - 1]?.trim() ? "" : "$&");
  const after = text.slice(position, to).replace(/\s\S+$/, text[to]?.trim() ? "" : "$&");
  return (before + after).trim();
}
