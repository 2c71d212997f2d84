import { diffArrays } from "diff";
import { type ComparedPart, compareWords } from "./compare-words";
import { similarity } from "./similarity";

/** A paragraph of two texts that are compared. */
export type ComparedBlock =
  | { kind: "same" | "added" | "removed"; text: string }
  | { kind: "changed"; parts: ComparedPart[] };

/** Above this likeness two paragraphs are one that was edited. */
const SAME_PARAGRAPH = 0.35;

/** Paragraphs that may be different; above that two texts are two texts, and finding out which would take minutes. */
const MOST_EDITS = 2000;
/** Characters that are read to find out which paragraphs were edited, and what a look at the shortest one counts. */
const MOST_READ = 4_000_000;
const ONE_LOOK = 200;

/**
 * Compares two canonical texts, paragraph by paragraph and inside edited paragraphs word by word.
 * @returns in the order in which one reads both at once: what was removed stands before what was added in its place
 */
export function compareTexts(oldText: string, newText: string): ComparedBlock[] {
  const blocks: ComparedBlock[][] = [];
  const likeness = likenessWithin(MOST_READ);
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    blocks.push(pairUp(removed, added, likeness));
    removed = [];
    added = [];
  };
  for (const run of runsOf(oldText.split("\n"), newText.split("\n"))) {
    if (run.removed) removed = removed.concat(run.value);
    else if (run.added) added = added.concat(run.value);
    else {
      settle();
      blocks.push(run.value.map((text) => ({ kind: "same", text })));
    }
  }
  settle();
  return blocks.flat();
}

interface Run {
  value: string[];
  added?: boolean;
  removed?: boolean;
}

function runsOf(old: string[], now: string[]): Run[] {
  const runs = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  return (
    runs ?? [
      { value: old, removed: true },
      { value: now, added: true },
    ]
  );
}

type Likeness = (old: string, now: string) => "edited" | "different" | "too much was read";

/** Whether a paragraph is another one that was edited, as long as no more than so much was read. */
function likenessWithin(most: number): Likeness {
  let read = 0;
  return (old, now) => {
    if (read > most) return "too much was read";
    read += old.length + now.length + ONE_LOOK;
    return similarity(old, now) >= SAME_PARAGRAPH ? "edited" : "different";
  };
}

/** Finds the paragraphs that were edited among those that went and those that came, in order. */
function pairUp(removed: readonly string[], added: readonly string[], likeness: Likeness): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  let next = 0;
  for (const old of removed) {
    const partner = findPartner(old, added, next, likeness);
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

/** The first paragraph that an old one was edited to; -1 where none is known. */
function findPartner(old: string, added: readonly string[], from: number, likeness: Likeness): number {
  for (let at = from; at < added.length; at++) {
    const found = likeness(old, added[at] as string);
    if (found !== "different") return found === "edited" ? at : -1;
  }
  return -1;
}
