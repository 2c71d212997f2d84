/** How many places a note quotes. */
const QUOTED = 3;

/**
 * What an editor should know of letters that could not be read, with the words beside the first of them.
 * @param text the text as it was imported: damage outside it, such as in a comment of a page, is no matter
 * @returns a sentence, or null if the text has none
 */
export function damageNote(text: string): string | null {
  const places = [...text.matchAll(/\ufffd/g)].map(({ index }) => index);
  if (places.length === 0) return null;
  const quoted: string[] = [];
  let end = -1;
  for (const place of places) {
    if (quoted.length === QUOTED) break;
    if (place < end) continue;
    end = place + 20;
    quoted.push(`“${aroundOf(text, place)}”`);
  }
  const near = new Intl.ListFormat("en-GB").format(quoted);
  return places.length === 1
    ? `1 damaged character was replaced by �. Check the text near ${near}.`
    : `${places.length.toLocaleString("en")} damaged characters were replaced by �. Check the text near ${near}.`;
}

/** The words around a position, on its line. */
function aroundOf(text: string, place: number): string {
  const from = Math.max(text.lastIndexOf("\n", place) + 1, place - 30);
  const end = text.indexOf("\n", place);
  const to = Math.min(end === -1 ? text.length : end, place + 20);
  // Without the halves of words at its edges.
  const before = text.slice(from, place).replace(/^\S+\s/, text[from - 1]?.trim() ? "" : "$&");
  const after = text.slice(place, to).replace(/\s\S+$/, text[to]?.trim() ? "" : "$&");
  return (before + after).trim();
}
