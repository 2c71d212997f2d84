import { alignSequences } from "./align-sequences";
import { type ComparedPart, compareWords } from "./compare-words";
import { similarity } from "./similarity";

/** A paragraph of a comparison of two texts. */
export type ComparedBlock =
  | { kind: "same" | "added" | "removed"; text: string }
  | { kind: "changed"; parts: ComparedPart[] };

/** From this similarity (0 to 1) on, two paragraphs count as one that was edited. */
const MIN_EDITED_SIMILARITY = 0.35;

/**
 * Bounds the cost of pairing edited paragraphs: characters compared in total, how often each is compared on average, and the fixed cost
 * of a comparison as a number of characters.
 */
const MAX_CHARACTERS_COMPARED = 4_000_000;
const MAX_COMPARISONS_PER_CHARACTER = 8;
const COST_PER_COMPARISON = 200;

/**
 * Compares two canonical texts, paragraph by paragraph and inside edited paragraphs word by word.
 * @returns blocks in reading order; removed text comes before the text that replaced it
 */
export function compareTexts(oldText: string, newText: string): ComparedBlock[] {
  const blocks: ComparedBlock[][] = [];
  const compare = similarityWithin(
    Math.min(MAX_CHARACTERS_COMPARED, MAX_COMPARISONS_PER_CHARACTER * (oldText.length + newText.length)),
  );
  const old = oldText.split("\n");
  const now = newText.split("\n");
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    blocks.push(pairUp(removed, added, compare));
    removed = [];
    added = [];
  };
  for (const { kind, start, end } of alignSequences(old, now)) {
    if (kind === "removed") removed = removed.concat(old.slice(start, end));
    else if (kind === "added") added = added.concat(now.slice(start, end));
    else {
      flush();
      blocks.push(now.slice(start, end).map((text) => ({ kind: "same", text })));
    }
  }
  flush();
  return blocks.flat();
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
