import { diffArrays } from "diff";
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

/**
 * Compares two paragraphs word by word, in any script.
 * @param isEqual whether two words, numbers or symbols count as the same; strict equality by default
 */
export function compareWords(
  old: string,
  now: string,
  isEqual: (one: string, other: string) => boolean = (one, other) => one === other,
): ComparedPart[] {
  const pieces = (text: string) => text.match(PIECE) ?? [];
  const parts: ComparedPart[] = diffArrays(pieces(old), pieces(now), { comparator: isEqual }).map(
    ({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    }),
  );
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
