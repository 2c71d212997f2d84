import type { ImportDifference } from "./import-difference";

/** Characters on each side by which a difference is found again in a text that was edited since. */
const EDGE = 24;

/**
 * Where a difference is in a text as it is now:
 * - `open`: at this range, in UTF-16 offsets;
 * - `resolved`: the text says what the file says;
 * - `lost`: the words around it were edited or removed.
 */
export type FoundDifference =
  | { kind: "open"; start: number; end: number }
  | { kind: "resolved" }
  | { kind: "lost" };

/** Fewest characters besides white space by which one side alone finds it. */
const MIN_EDGE = 6;

/** Finds a difference in the canonical text of an article that is being edited. Linear in the text. */
export function findDifference(
  text: string,
  { kind, original, imported, before, after, start }: ImportDifference,
): FoundDifference {
  const head = before.slice(-EDGE);
  const tail = after.slice(0, EDGE);
  const offset = start - head.length;
  const isSure = (edge: string) => squeezed(edge).length >= MIN_EDGE;
  const exactly = nearest(text, head + imported + tail, offset);
  if (exactly !== null && isAtItsEdge(exactly)) return openAt(exactly + head.length);
  if (kind !== "added") {
    const now = squeezed(text);
    const isThere = (words: string) => now.includes(squeezed(words));
    if (isThere(head + original) || (isSure(tail) && isThere(original + tail))) return { kind: "resolved" };
  }
  // One side was edited: by another difference that was put right, for example.
  const byHead = tail === "" ? null : nearest(text, head + imported, offset);
  if (byHead !== null) return openAt(byHead + head.length);
  const byTail = kind !== "added" && isSure(tail) ? nearest(text, imported + tail, start) : null;
  if (byTail !== null) return openAt(byTail);
  return { kind: kind === "added" ? "resolved" : "lost" };

  function openAt(index: number): FoundDifference {
    return { kind: "open", start: index, end: index + imported.length };
  }

  /** Without words before or after it, it was at the start or the end of the text, and something may be there now. */
  function isAtItsEdge(index: number): boolean {
    if (kind === "added") return true;
    const length = head.length + imported.length + tail.length;
    return (
      (head !== "" || text.slice(0, index).trim() === "") &&
      (tail !== "" || text.slice(index + length).trim() === "")
    );
  }
}

/** The occurrence nearest to an offset. */
function nearest(text: string, searched: string, offset: number): number | null {
  if (searched === "") return null;
  let best: number | null = null;
  for (let at = text.indexOf(searched); at >= 0; at = text.indexOf(searched, at + 1)) {
    if (best !== null && Math.abs(at - offset) >= Math.abs(best - offset)) break;
    best = at;
  }
  return best;
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}
