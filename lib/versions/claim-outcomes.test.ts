import { expect, test } from "vitest";
import type { ReanchorOutcome } from "@/lib/anchoring/reanchor";
import { groupOutcomes, MAX_LISTED } from "./claim-outcomes";

const TEXT = "Trade rose to $250 billion.";

test.each<[string, ReanchorOutcome, string | null]>([
  ["exact", { kind: "exact", range: { start: 0, end: 5 } }, null],
  ["moved", { kind: "moved", range: { start: 0, end: 5 } }, null],
  ["changed", { kind: "changed", range: { start: 14, end: 26 }, score: 0.9 }, "$250 billion"],
  ["orphaned", { kind: "orphaned", candidates: [] }, null],
])(
  "a claim that is %s is counted and listed there, with its new words if they are others",
  (kind, outcome, after) => {
    const grouped = groupOutcomes(TEXT, [
      { number: 3, statement: "It rose.", before: "$240 billion", outcome },
    ]);
    expect(grouped.counts).toEqual({ exact: 0, moved: 0, changed: 0, orphaned: 0, [kind]: 1 });
    expect(grouped.claims).toEqual({
      exact: [],
      moved: [],
      changed: [],
      orphaned: [],
      [kind]: [{ number: 3, statement: "It rose.", before: "$240 billion", after }],
    });
  },
);

test("claims are listed by number, long lists and long words are cut, and the counts have all", () => {
  const outcome: ReanchorOutcome = { kind: "orphaned", candidates: [] };
  const count = MAX_LISTED + 7;
  const grouped = groupOutcomes(
    TEXT,
    Array.from({ length: count }, (_, index) => ({
      number: count - index,
      statement: "s".repeat(5000),
      before: "",
      outcome,
    })),
  );
  expect(grouped.counts.orphaned).toBe(count);
  expect(grouped.claims.orphaned.map(({ number }) => number)).toEqual(
    Array.from({ length: MAX_LISTED }, (_, index) => index + 1),
  );
  expect(grouped.claims.orphaned[0]?.statement).toBe(`${"s".repeat(300)}…`);
});
