import { alignSequences } from "./align-sequences";
import { UNSPACED } from "./tokenise";

/** A part of a paragraph: in both texts, only in the newer one, or only in the older one. */
export interface ComparedPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** A number with its decimal and thousands separators, a word, a letter of a script without spaces, white space, or a symbol. */
const PIECE = new RegExp(
  String.raw`\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|${UNSPACED}\p{M}*|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}\u00AD])+|\s+|.`,
  "gsu",
);

/** What paragraphs are compared by: words, numbers, symbols, and white space. Together they are the text. */
export function piecesOf(text: string): string[] {
  return text.match(PIECE) ?? [];
}

/**
 * Compares two paragraphs word by word, in any script. Paragraphs that are too long and too different for that come out as one removed
 * and one added part: see `matchTokens` for the bound.
 * @param keyOf pieces with equal keys (words, numbers, symbols, white space) count as the same; by default the piece itself
 */
export function compareWords(
  old: string,
  now: string,
  keyOf: (piece: string) => string = (piece) => piece,
): ComparedPart[] {
  const oldPieces = piecesOf(old);
  const newPieces = piecesOf(now);
  const parts: ComparedPart[] = [];
  for (const { kind, start, end } of alignSequences(oldPieces.map(keyOf), newPieces.map(keyOf)))
    parts.push({ kind, text: (kind === "removed" ? oldPieces : newPieces).slice(start, end).join("") });
  return mergeAdjacentChanges(parts);
}

/** Merges changes that have only white space between them: a phrase replaced word by word would be unreadable. */
function mergeAdjacentChanges(parts: readonly ComparedPart[]): ComparedPart[] {
  const out: ComparedPart[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    // Trailing white space that both share is unchanged.
    const shared = /\s+$/.exec(removed)?.[0] ?? "";
    const space = removed !== shared && added.endsWith(shared) ? shared : "";
    const cut = (text: string) => text.slice(0, text.length - space.length);
    if (cut(removed) !== "") out.push({ kind: "removed", text: cut(removed) });
    if (cut(added) !== "") out.push({ kind: "added", text: cut(added) });
    if (space !== "") out.push({ kind: "same", text: space });
    removed = "";
    added = "";
  };
  parts.forEach((part, index) => {
    const between = removed + added !== "" && index < parts.length - 1;
    if (part.kind === "removed") removed += part.text;
    else if (part.kind === "added") added += part.text;
    else if (between && part.text.trim() === "") {
      removed += part.text;
      added += part.text;
    } else {
      flush();
      out.push(part);
    }
  });
  flush();
  return out;
}
