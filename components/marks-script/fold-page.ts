import { type FoldedText, foldInvisible } from "@/lib/anchoring/fold-invisible";

/** UTF-16 units that are folded at once: about a millisecond. */
const PIECE = 4_000;

/** Where a piece can end: the letter after white space never combines with anything before it. */
const BREAK = /\s(?=[\p{L}\p{N}])/gu;

/**
 * Folds what no reader can see in a long text, as `foldInvisible` does, piece by piece, so that the page can do other work between them.
 * @yields after each piece
 */
export function* foldPage(raw: string): Generator<void, FoldedText> {
  const texts: string[] = [];
  const starts = new Int32Array(3 * raw.length);
  const ends = new Int32Array(3 * raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; ) {
    const end = pieceEnd(raw, at);
    const piece = foldInvisible(raw.slice(at, end));
    texts.push(piece.lines);
    for (let unit = 0; unit < piece.lines.length; unit++) {
      starts[length] = at + (piece.offsets?.starts[unit] ?? unit);
      ends[length++] = at + (piece.offsets?.ends[unit] ?? unit + 1);
    }
    at = end;
    yield;
  }
  const lines = texts.join("");
  return { raw, text: lines.replaceAll("\n", " "), lines, offsets: { starts, ends } };
}

function pieceEnd(raw: string, start: number): number {
  if (raw.length - start <= PIECE) return raw.length;
  BREAK.lastIndex = start + PIECE;
  const found = BREAK.exec(raw);
  return found ? found.index + 1 : raw.length;
}
