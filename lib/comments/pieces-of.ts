/** A text in pieces of at most `limit` UTF-16 units, which is two or more. No character is cut in two. */
export function piecesOf(text: string, limit: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + limit;
    const cutsPair = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    pieces.push(text.slice(start, cutsPair ? end - 1 : end));
    start += pieces.at(-1)?.length ?? limit;
  }
  return pieces;
}
