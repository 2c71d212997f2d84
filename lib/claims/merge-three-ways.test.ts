import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeRows, type Side, settledRow, settleValue } from "./merge-three-ways";

describe("a value that two worked on", () => {
  it.each([
    ["nobody changed it", "a", "a", "a", "same"],
    ["I changed it", "a", "b", "a", "mine"],
    ["they changed it", "a", "a", "b", "theirs"],
    ["both changed it alike", "a", "b", "b", "same"],
    ["both changed it differently", "a", "b", "c", "conflict"],
    ["what it was is not known", undefined, "a", "b", "conflict"],
    ["the keys of JSON came in another order", { x: 1, y: 2 }, { y: 2, x: 1 }, { x: 1, y: 3 }, "theirs"],
  ])("%s", (_, base, mine, theirs, outcome) => {
    expect(settleValue<unknown>(base, mine, theirs)).toBe(outcome);
  });
});

/** Rows as words, "source:note". */
const idOf = (row: string) => row.split(":")[0] as string;
const merged = (base: string[] | undefined, mine: string[], theirs: string[], side: Side = "mine") =>
  mergeRows(base, mine, theirs, idOf)
    .map((row) => settledRow(row, side))
    .filter((row) => row !== null);
const conflicts = (base: string[] | undefined, mine: string[], theirs: string[]) =>
  mergeRows(base, mine, theirs, idOf)
    .filter(({ outcome }) => outcome === "conflict")
    .map(({ id }) => id);

describe("rows that two worked on", () => {
  it.each([
    ["both added one", ["a"], ["a", "b"], ["a", "c"], ["a", "b", "c"], []],
    ["I changed one, they another", ["a:1", "b:1"], ["a:2", "b:1"], ["a:1", "b:2"], ["a:2", "b:2"], []],
    ["I took one out, they added one", ["a", "b"], ["b"], ["a", "b", "c"], ["b", "c"], []],
    ["they took one out that I left", ["a", "b"], ["a", "b"], ["b"], ["b"], []],
    ["both took one out", ["a", "b"], ["b"], ["b"], ["b"], []],
    ["I moved, they changed", ["a:1", "b:1"], ["b:1", "a:1"], ["a:1", "b:2"], ["b:2", "a:1"], []],
    ["they moved, I changed", ["a:1", "b:1"], ["a:1", "b:2"], ["b:1", "a:1"], ["b:2", "a:1"], []],
    ["both changed one", ["a:1"], ["a:2"], ["a:3"], ["a:2"], ["a"]],
    ["I changed one that they took out", ["a:1"], ["a:2"], [], ["a:2"], ["a"]],
    ["what it was is not known", undefined, ["a"], ["b"], ["b", "a"], ["a", "b"]],
  ])("%s", (_, base, mine, theirs, rows, inConflict) => {
    expect(conflicts(base, mine, theirs).sort()).toEqual(inConflict);
    if (base) expect(merged(base, mine, theirs)).toEqual(rows);
  });

  it("takes the side that is chosen where both changed one", () => {
    expect(merged(["a:1"], ["a:2"], [], "theirs")).toEqual([]);
    expect(merged(["a:1"], ["a:2"], ["a:3"], "theirs")).toEqual(["a:3"]);
  });

  const rows = fc.uniqueArray(
    fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.nat(2)).map(([id, note]) => `${id}:${note}`),
    { selector: idOf },
  );
  it("loses nothing that one side alone wrote, and changes nothing where one side did nothing", () => {
    fc.assert(
      fc.property(rows, rows, (base, theirs) => {
        expect(merged(base, base, theirs)).toEqual(theirs);
        expect(merged(base, theirs, base)).toEqual(theirs);
        expect(merged(base, theirs, theirs)).toEqual(theirs);
      }),
    );
  });
});
