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

/** Finds a difference in the canonical text of an article that is being edited. Linear in the text. */
export function findDifference(
  text: string,
  { kind, original, imported, before, after, start }: ImportDifference,
): FoundDifference {
  const head = before.slice(-EDGE);
  const tail = after.slice(0, EDGE);
  const offset = start - head.length;
  const at = nearest(text, head + imported + tail, offset);
  if (at !== null) return { kind: "open", ...rangeAt(at) };
  if (kind !== "added" && squeezed(text).includes(squeezed(head + original))) return { kind: "resolved" };
  const roughly = nearest(text, head + imported, offset);
  if (roughly !== null) return { kind: "open", ...rangeAt(roughly) };
  return { kind: kind === "added" ? "resolved" : "lost" };

  function rangeAt(index: number) {
    return { start: index + head.length, end: index + head.length + imported.length };
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
