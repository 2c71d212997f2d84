import { diffArrays } from "diff";
import { type ComparedPart, compareWords } from "./compare-words";
import { similarity } from "./similarity";

/** A paragraph of a comparison of two texts. */
export type ComparedBlock =
  | { kind: "same" | "added" | "removed"; text: string }
  | { kind: "changed"; parts: ComparedPart[] };

/** From this similarity (0 to 1) on, two paragraphs count as one that was edited. */
const MIN_EDITED_SIMILARITY = 0.35;

/** With more changed paragraphs than this the texts count as unrelated: finding the edits would take minutes. */
const MAX_CHANGED_PARAGRAPHS = 2000;
/** Bounds the cost of pairing edited paragraphs: characters compared in total, and the fixed cost of each comparison. */
const MAX_CHARACTERS_COMPARED = 4_000_000;
const COST_PER_COMPARISON = 200;

/**
 * Compares two canonical texts, paragraph by paragraph and inside edited paragraphs word by word.
 * @returns blocks in reading order; removed text comes before the text that replaced it
 */
export function compareTexts(oldText: string, newText: string): ComparedBlock[] {
  const blocks: ComparedBlock[][] = [];
  const compare = similarityWithin(MAX_CHARACTERS_COMPARED);
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    blocks.push(pairUp(removed, added, compare));
    removed = [];
    added = [];
  };
  for (const run of runsOf(oldText.split("\n"), newText.split("\n"))) {
    if (run.removed) removed = removed.concat(run.value);
    else if (run.added) added = added.concat(run.value);
    else {
      flush();
      blocks.push(run.value.map((text) => ({ kind: "same", text })));
    }
  }
  flush();
  return blocks.flat();
}

interface Run {
  value: string[];
  added?: boolean;
  removed?: boolean;
}

function runsOf(old: string[], now: string[]): Run[] {
  const runs = diffArrays(old, now, { maxEditLength: MAX_CHANGED_PARAGRAPHS });
  return (
    runs ?? [
      { value: old, removed: true },
      { value: now, added: true },
    ]
  );
}

type CompareParagraphs = (old: string, now: string) => "edited" | "different" | "out of budget";

/** Decides whether one paragraph is an edit of another, until the budget of characters is used up. */
function similarityWithin(budget: number): CompareParagraphs {
  let compared = 0;
  return (old, now) => {
    if (compared > budget) return "out of budget";
    compared += old.length + now.length + COST_PER_COMPARISON;
    return similarity(old, now) >= MIN_EDITED_SIMILARITY ? "edited" : "different";
  };
}

/** Pairs removed paragraphs with the added ones they were edited into, in order. */
function pairUp(
  removed: readonly string[],
  added: readonly string[],
  compare: CompareParagraphs,
): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  let next = 0;
  for (const old of removed) {
    const partner = findPartner(old, added, next, compare);
    if (partner === -1) {
      blocks.push({ kind: "removed", text: old });
      continue;
    }
    for (; next < partner; next++) blocks.push({ kind: "added", text: added[next] as string });
    blocks.push({ kind: "changed", parts: compareWords(old, added[next++] as string) });
  }
  for (; next < added.length; next++) blocks.push({ kind: "added", text: added[next] as string });
  return blocks;
}

/** Index of the first added paragraph that an old one was edited into, or -1. */
function findPartner(
  old: string,
  added: readonly string[],
  from: number,
  compare: CompareParagraphs,
): number {
  for (let at = from; at < added.length; at++) {
    const found = compare(old, added[at] as string);
    if (found !== "different") return found === "edited" ? at : -1;
  }
  return -1;
}
