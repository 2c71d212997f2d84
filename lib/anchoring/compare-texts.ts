import { diffArrays, diffWordsWithSpace } from "diff";
import { similarity } from "./similarity";

/** A stretch of a paragraph: in both texts, in the newer one only, or in the older one only. */
export interface ComparedPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** A paragraph of two texts that are compared. */
export type ComparedBlock =
  | { kind: "same" | "added" | "removed"; text: string }
  | { kind: "changed"; parts: ComparedPart[] };

/** Above this likeness two paragraphs are one that was edited. */
const SAME_PARAGRAPH = 0.35;

/**
 * Compares two canonical texts, paragraph by paragraph and inside edited paragraphs word by word.
 * @returns in the order in which one reads both at once: what was removed stands before what was added in its place
 */
export function compareTexts(oldText: string, newText: string): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    blocks.push(...pairUp(removed, added));
    removed = [];
    added = [];
  };
  for (const run of diffArrays(oldText.split("\n"), newText.split("\n"))) {
    if (run.removed) removed.push(...run.value);
    else if (run.added) added.push(...run.value);
    else {
      settle();
      blocks.push(...run.value.map((text) => ({ kind: "same" as const, text })));
    }
  }
  settle();
  return blocks;
}

/** Finds the paragraphs that were edited among those that went and those that came, in order. */
function pairUp(removed: readonly string[], added: readonly string[]): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  let next = 0;
  for (const old of removed) {
    const partner = added.findIndex((now, index) => index >= next && similarity(old, now) >= SAME_PARAGRAPH);
    if (partner === -1) {
      blocks.push({ kind: "removed", text: old });
      continue;
    }
    blocks.push(...added.slice(next, partner).map((text) => ({ kind: "added" as const, text })));
    blocks.push({ kind: "changed", parts: compareWords(old, added[partner] as string) });
    next = partner + 1;
  }
  blocks.push(...added.slice(next).map((text) => ({ kind: "added" as const, text })));
  return blocks;
}

function compareWords(old: string, now: string): ComparedPart[] {
  const parts: ComparedPart[] = diffWordsWithSpace(old, now).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
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
