/** A part of a text that was replaced: where it begins in the text before (UTF-16 units), how long it was, and what is there now. */
export type TextChange = [at: number, removed: number, inserted: string];

/** How many UTF-16 units must be equal in both texts for a change to end. */
const ANCHOR = 32;
/** How far after a difference to look for its end, in UTF-16 units. */
const REACH = { anchors: 4096, text: 100_000 };

/**
 * What changed from one text to another, for texts that differ in a few passages. It is complete, but not always the shortest.
 * @returns the changes in text order; none if the texts are equal
 */
export function changesBetween(before: string, after: string): TextChange[] {
  let from = 0;
  let to = 0;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (
    beforeEnd > 0 &&
    afterEnd > 0 &&
    before.charCodeAt(beforeEnd - 1) === after.charCodeAt(afterEnd - 1)
  ) {
    beforeEnd--;
    afterEnd--;
  }
  const changes: TextChange[] = [];
  for (;;) {
    while (from < beforeEnd && to < afterEnd && before.charCodeAt(from) === after.charCodeAt(to)) {
      from++;
      to++;
    }
    if (from >= beforeEnd && to >= afterEnd) return changes;
    const next = nextEqual(before.slice(from, beforeEnd), after.slice(to, afterEnd));
    changes.push([from, next.before, after.slice(to, to + next.after)]);
    from += next.before;
    to += next.after;
  }
}

/** Makes the text after from the text before. */
export function applyChanges(before: string, changes: readonly TextChange[]): string {
  let text = "";
  let from = 0;
  for (const [at, removed, inserted] of changes) {
    text += before.slice(from, at) + inserted;
    from = at + removed;
  }
  return text + before.slice(from);
}

/** Whether a stored value is a list of changes. */
export function isTextChanges(value: unknown): value is TextChange[] {
  return (
    Array.isArray(value) &&
    value.every(
      (change) =>
        Array.isArray(change) &&
        typeof change[0] === "number" &&
        typeof change[1] === "number" &&
        typeof change[2] === "string",
    )
  );
}

/** How many units of each text come before they are equal again, if their first units differ; all of them if nothing nearby is equal. */
function nextEqual(before: string, after: string): { before: number; after: number } {
  const near = { before: before.slice(0, REACH.text), after: after.slice(0, REACH.text) };
  for (let at = 0; at <= REACH.anchors; at += ANCHOR) {
    const ofBefore = near.before.slice(at, at + ANCHOR);
    const ofAfter = near.after.slice(at, at + ANCHOR);
    const inAfter = ofBefore.length === ANCHOR ? near.after.indexOf(ofBefore) : -1;
    if (inAfter !== -1) return withoutEqualEnds(before, after, at, inAfter);
    const inBefore = ofAfter.length === ANCHOR ? near.before.indexOf(ofAfter) : -1;
    if (inBefore !== -1) return withoutEqualEnds(before, after, inBefore, at);
  }
  return { before: before.length, after: after.length };
}

function withoutEqualEnds(before: string, after: string, beforeEnd: number, afterEnd: number) {
  let common = 0;
  while (
    common < beforeEnd &&
    common < afterEnd &&
    before.charCodeAt(beforeEnd - 1 - common) === after.charCodeAt(afterEnd - 1 - common)
  )
    common++;
  return { before: beforeEnd - common, after: afterEnd - common };
}
