import { diffArrays } from "diff";
import { UNSPACED } from "./tokenise";

/** A stretch of a paragraph: in both texts, in the newer one only, or in the older one only. */
export interface ComparedPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** A number with its points and commas, a word, a letter of a script without spaces, white space, or another sign. */
const PIECE = new RegExp(
  String.raw`\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|${UNSPACED}\p{M}*|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}\u00AD])+|\s+|.`,
  "gsu",
);

/**
 * Compares two paragraphs word by word, in any script.
 * @param alike whether two words, numbers or signs count as the same; by default when they are equal
 */
export function compareWords(
  old: string,
  now: string,
  alike: (one: string, other: string) => boolean = (one, other) => one === other,
): ComparedPart[] {
  const pieces = (text: string) => text.match(PIECE) ?? [];
  const parts: ComparedPart[] = diffArrays(pieces(old), pieces(now), { comparator: alike }).map(
    ({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    }),
  );
  return readable(parts);
}

/** One stretch for another, instead of word for word with nothing but spaces between: that could not be read. */
function readable(parts: readonly ComparedPart[]): ComparedPart[] {
  const out: ComparedPart[] = [];
  let removed = "";
  let added = "";
  const settle = () => {
    // A space that both end with belongs to neither.
    const shared = /\s+$/.exec(removed)?.[0] ?? "";
    const space = added !== "" && removed !== shared && added.endsWith(shared) ? shared : "";
    const cut = (text: string) => text.slice(0, text.length - space.length);
    if (cut(removed) !== "") out.push({ kind: "removed", text: cut(removed) });
    if (cut(added) !== "") out.push({ kind: "added", text: cut(added) });
    if (space !== "") out.push({ kind: "same", text: space });
    removed = "";
    added = "";
  };
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    const between = removed + added !== "" && next !== undefined && next.kind !== "same";
    if (part.kind === "removed") removed += part.text;
    else if (part.kind === "added") added += part.text;
    else if (between && part.text.trim() === "") {
      removed += part.text;
      added += part.text;
    } else {
      settle();
      out.push(part);
    }
  });
  settle();
  return out;
}
