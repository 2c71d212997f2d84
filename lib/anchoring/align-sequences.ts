import { matchTokens } from "./match-tokens";

/** Elements that both sequences have, or only one of them. */
export interface SequenceRun {
  kind: "same" | "added" | "removed";
  /** Index of the first element: in the older sequence for "removed", otherwise in the newer one. */
  start: number;
  /** Index after the last element. */
  end: number;
}

/**
 * Aligns two sequences of strings. Its cost is bounded like that of `matchTokens`: where long stretches have nothing unique in common, they
 * count as removed and added.
 * @returns runs in order; removed elements come before those that replaced them
 */
export function alignSequences(old: readonly string[], now: readonly string[]): SequenceRun[] {
  const numbers = new Map<string, number>();
  const idsOf = (sequence: readonly string[]) =>
    Int32Array.from(sequence, (element) => {
      const id = numbers.get(element) ?? numbers.size + 1;
      numbers.set(element, id);
      return id;
    });
  const runs: SequenceRun[] = [];
  const push = (kind: SequenceRun["kind"], start: number, end: number) => {
    if (end > start) runs.push({ kind, start, end });
  };
  let from = { old: 0, now: 0 };
  for (const { a, b, length } of matchTokens(idsOf(old), idsOf(now))) {
    push("removed", from.old, a);
    push("added", from.now, b);
    push("same", b, b + length);
    from = { old: a + length, now: b + length };
  }
  push("removed", from.old, old.length);
  push("added", from.now, now.length);
  return runs;
}
