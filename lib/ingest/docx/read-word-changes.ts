import type { Archive } from "../office/open-archive";
import { childrenOf, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";
import { DOCX_NAMESPACES } from "./docx-namespaces";
import { isClaimNumber } from "./is-claim-number";

/** A tracked change of a Word file: words of one paragraph that became others. */
export interface FoundChange {
  author: string;
  /** As Word wrote it, ISO 8601; null if missing. */
  at: string | null;
  /** The words before the change and after it. Added words come with the word beside them: `before` is empty only for an added paragraph. */
  before: string;
  after: string;
  /** The text of the paragraph around `before`, as it was. */
  prefix: string;
  suffix: string;
}

/** UTF-16 units of context on each side. */
const CONTEXT = 64;

type PieceKind = "kept" | "added" | "removed";

interface Piece {
  kind: PieceKind;
  text: string;
  author: string;
  at: string | null;
}

/**
 * The tracked changes of a DOCX file, in the order of its text. Where paragraphs were split or joined, only the words are compared.
 * Source: ECMA-376 part 1, 17.13.5
 * @param name of the part with its text, from findDocument
 * @throws TooLarge
 */
export function readWordChanges(archive: Archive, name: string): FoundChange[] {
  const root = archive.xml(name, DOCX_NAMESPACES);
  return descendantsOf(root, "w:p").flatMap((paragraph) => {
    const pieces: Piece[] = [];
    collect(paragraph, { kind: "kept", author: "", at: null }, pieces);
    return changesIn(pieces);
  });
}

const CHANGES: ReadonlyMap<string, PieceKind> = new Map([
  ["w:ins", "added"],
  ["w:moveTo", "added"],
  ["w:del", "removed"],
  ["w:moveFrom", "removed"],
]);

function collect(element: XmlElement, state: Omit<Piece, "text">, pieces: Piece[]): void {
  for (const child of childrenOf(element)) {
    const kind = CHANGES.get(child.name);
    if (child.name === "w:t" || child.name === "w:delText") pieces.push({ ...state, text: textOf(child) });
    else if (child.name === "w:tab") pieces.push({ ...state, text: "\t" });
    else if (child.name === "w:br" || child.name === "w:cr") pieces.push({ ...state, text: "\n" });
    // A paragraph inside, of a text box, is read by itself.
    else if (["w:pPr", "w:rPr", "w:p"].includes(child.name) || isClaimNumber(child)) continue;
    else if (kind === "removed" && state.kind === "added") {
      // Added by one person and removed by another: it was never in the text.
    } else if (kind)
      collect(
        child,
        {
          kind,
          author: (child.attributes.get("w:author") ?? "").trim(),
          at: child.attributes.get("w:date") ?? null,
        },
        pieces,
      );
    else collect(child, state, pieces);
  }
}

/** Whole words, so that each change can be read; changes of words beside each other are one. */
function changesIn(pieces: readonly Piece[]): FoundChange[] {
  const was = textOfPieces(pieces, "added");
  const ranges: { start: number; end: number }[] = [];
  let offset = 0;
  for (const { kind, text } of pieces) {
    const end = offset + (kind === "added" ? 0 : text.length);
    if (kind !== "kept" && text !== "") {
      const words = wholeWords(was, offset, end);
      const last = ranges.at(-1);
      if (last && words.start <= last.end) last.end = Math.max(last.end, words.end);
      else ranges.push(words);
    }
    offset = end;
  }
  return ranges.flatMap(({ start, end }) => {
    const inside = piecesBetween(pieces, start, end);
    const [before, after] = [textOfPieces(inside, "added"), textOfPieces(inside, "removed")];
    const { author, at } = inside.find(({ kind }) => kind !== "kept") as Piece;
    const [prefix, suffix] = [was.slice(Math.max(0, start - CONTEXT), start), was.slice(end, end + CONTEXT)];
    return before === after ? [] : [{ author, at, before, after, prefix, suffix }];
  });
}

/** The text of one state. @param without the pieces that it does not have */
const textOfPieces = (pieces: readonly Piece[], without: PieceKind) =>
  pieces.map(({ kind, text }) => (kind === without ? "" : text)).join("");

/** The words that a range cuts; words that were only added get the word before them, or else the one after. */
function wholeWords(was: string, from: number, to: number): { start: number; end: number } {
  const start = from - (/\S*$/u.exec(was.slice(0, from))?.[0].length ?? 0);
  const end = to + (/^\S*/u.exec(was.slice(to))?.[0].length ?? 0);
  if (start < end) return { start, end };
  const before = /\S+\s*$/u.exec(was.slice(0, start))?.[0].length ?? 0;
  if (before > 0) return { start: start - before, end };
  return { start, end: end + (/^\s*\S+/u.exec(was.slice(end))?.[0].length ?? 0) };
}

/** The pieces of a range of the text as it was, cut at its ends; words added at either end belong to it. */
function piecesBetween(pieces: readonly Piece[], start: number, end: number): Piece[] {
  let offset = 0;
  return pieces.flatMap((piece) => {
    const at = offset;
    if (piece.kind === "added") return at >= start && at <= end ? [piece] : [];
    offset += piece.text.length;
    const text = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    return text === "" ? [] : [{ ...piece, text }];
  });
}
