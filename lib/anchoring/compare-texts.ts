import { diffArrays } from "diff";
import { type ComparedPart, compareWords } from "./compare-words";
import { similarity } from "./similarity";

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
