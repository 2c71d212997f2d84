import type { TextRange } from "@/lib/anchoring/text-range";
import { claimLocator } from "./locate-claim";

/** A tracked change as a Word file has it. */
export interface WordChange {
  author: string;
  /** ISO 8601 instant, as Word wrote it; null if the file doesn't say. */
  at: string | null;
  before: string;
  after: string;
  prefix: string;
  suffix: string;
}

/** What a change would do to the text of an article. */
export type ChangeTarget =
  | ({ kind: "placed" } & TextRange)
  /** The text has the new words already. */
  | { kind: "done" }
  /** Its words are not clear in the text, or it adds or removes a paragraph. */
  | { kind: "unclear" };

/** A tracked change, as an editor reviews it. */
export interface PlannedChange extends Pick<WordChange, "author" | "at" | "before" | "after"> {
  /** Index in the file, from 0. */
  row: number;
  target: ChangeTarget;
}

/**
 * Finds where tracked changes of a Word file would change a text. Nothing is guessed, and two changes never get the same words.
 * @param text canonical text of the version; ranges are UTF-16 units of it
 */
export function planWordChanges(changes: readonly WordChange[], text: string): PlannedChange[] {
  const locate = claimLocator(text);
  const used: TextRange[] = [];
  return changes.map(({ author, at, before, after, prefix, suffix }, row) => {
    const range = placeOf({ before, after, prefix, suffix }, text, locate);
    const isFree = range && !used.some(({ start, end }) => start < range.end && range.start < end);
    if (isFree) used.push(range);
    const target: ChangeTarget =
      isFree && isWithinBlock(text, range, after)
        ? { kind: "placed", ...range }
        : !range && isThere({ before, after, prefix, suffix }, locate)
          ? { kind: "done" }
          : { kind: "unclear" };
    return { row, author, at, before, after, target };
  });
}

type Words = Pick<WordChange, "before" | "after" | "prefix" | "suffix">;
type Locate = ReturnType<typeof claimLocator>;

function placeOf({ before, prefix, suffix }: Words, text: string, locate: Locate): TextRange | null {
  const exact = before.trim();
  if (exact === "") return null;
  const located = locate({ quote: { exact, prefix, suffix }, position: null });
  if (located.kind !== "placed") return null;
  // The white space around the words belongs to the change, where the text has it.
  const start = located.range.start - (before.length - before.trimStart().length);
  const end = located.range.end + (before.length - before.trimEnd().length);
  return text.slice(start, end) === before ? { start, end } : null;
}

/** One line becomes one line, and no block loses all of its text. */
function isWithinBlock(text: string, { start, end }: TextRange, after: string): boolean {
  if (/\n/.test(text.slice(start, end)) || /\n/.test(after)) return false;
  const fills = (start === 0 || text[start - 1] === "\n") && (end === text.length || text[end] === "\n");
  return !fills || after.trim() !== "";
}

function isThere({ after, prefix, suffix }: Words, locate: Locate): boolean {
  const exact = after.trim();
  return exact !== "" && locate({ quote: { exact, prefix, suffix }, position: null }).kind === "placed";
}
