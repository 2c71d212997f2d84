import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeFields, mergeRows, mergeValue, rowToUse, type Side } from "./merge-three-ways";

describe("a value that two people edited", () => {
  it.each([
    ["neither changed it", "a", "a", "a", "same"],
    ["I changed it", "a", "b", "a", "mine"],
    ["they changed it", "a", "a", "b", "theirs"],
    ["both made the same change", "a", "b", "b", "same"],
    ["both changed it differently", "a", "b", "c", "conflict"],
    ["the base is unknown", undefined, "a", "b", "conflict"],
    ["the base is unknown, and I have no value", undefined, undefined, "b", "conflict"],
    ["the base is unknown, and they have no value", undefined, "a", undefined, "conflict"],
    ["the base is unknown, but both are alike", undefined, "a", "a", "same"],
    ["the JSON keys are in another order", { x: 1, y: 2 }, { y: 2, x: 1 }, { x: 1, y: 3 }, "theirs"],
  ])("%s", (_, base, mine, theirs, outcome) => {
    expect(mergeValue<unknown>(base, mine, theirs)).toBe(outcome);
  });
});

describe("fields that two people edited", () => {
  const base = { title: "Trade", publisher: "Times", hidden: false };
  type Fields = Partial<typeof base>;
  it.each<[string, Fields, Fields, Fields, string[]]>([
    ["no one changed anything", {}, {}, {}, []],
    ["each changed another field", { title: "A" }, { publisher: "B" }, { title: "A", publisher: "B" }, []],
    ["both changed one field to the same value", { title: "A" }, { title: "A" }, { title: "A" }, []],
    [
      "both changed one field",
      { title: "A", publisher: "C" },
      { title: "B" },
      { title: "A", publisher: "C" },
      ["title"],
    ],
    ["they hid it meanwhile", { title: "A" }, { hidden: true }, { title: "A", hidden: true }, []],
  ])("%s", (_, mine, theirs, merged, conflicts) => {
    expect(mergeFields(base, { ...base, ...mine }, { ...base, ...theirs })).toEqual({
      merged: { ...base, ...merged },
      conflicts,
    });
  });
});

/** Rows as strings, "source:note". */
const idOf = (row: string) => row.split(":")[0] as string;
const merged = (base: string[] | undefined, mine: string[], theirs: string[], side: Side = "mine") =>
  mergeRows(base, mine, theirs, idOf)
    .map((row) => rowToUse(row, side))
    .filter((row) => row !== null);
const conflicts = (base: string[] | undefined, mine: string[], theirs: string[]) =>
  mergeRows(base, mine, theirs, idOf)
    .filter(({ outcome }) => outcome === "conflict")
    .map(({ id }) => id);

describe("rows that two people edited", () => {
  it.each([
    ["both added one", ["a"], ["a", "b"], ["a", "c"], ["a", "b", "c"], []],
    [
      "I changed one, they changed another",
      ["a:1", "b:1"],
      ["a:2", "b:1"],
      ["a:1", "b:2"],
      ["a:2", "b:2"],
      [],
    ],
    ["I removed one, they added one", ["a", "b"], ["b"], ["a", "b", "c"], ["b", "c"], []],
    ["they removed one that I didn't change", ["a", "b"], ["a", "b"], ["b"], ["b"], []],
    ["both removed one", ["a", "b"], ["b"], ["b"], ["b"], []],
    ["I moved, they changed", ["a:1", "b:1"], ["b:1", "a:1"], ["a:1", "b:2"], ["b:2", "a:1"], []],
    ["they moved, I changed", ["a:1", "b:1"], ["a:1", "b:2"], ["b:1", "a:1"], ["b:2", "a:1"], []],
    ["both changed one", ["a:1"], ["a:2"], ["a:3"], ["a:2"], ["a"]],
    ["I changed one that they removed", ["a:1"], ["a:2"], [], ["a:2"], ["a"]],
    ["the base is unknown", undefined, ["a"], ["b"], ["b", "a"], ["a", "b"]],
  ])("%s", (_, base, mine, theirs, rows, inConflict) => {
    expect(conflicts(base, mine, theirs).sort()).toEqual(inConflict);
    if (base) expect(merged(base, mine, theirs)).toEqual(rows);
  });

  it("resolves a conflict to the chosen side", () => {
    expect(merged(["a:1"], ["a:2"], [], "theirs")).toEqual([]);
    expect(merged(["a:1"], ["a:2"], ["a:3"], "theirs")).toEqual(["a:3"]);
  });

  const rows = fc.uniqueArray(
    fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.nat(2)).map(([id, note]) => `${id}:${note}`),
    { selector: idOf },
  );
  it("keeps every change that only one side made", () => {
    fc.assert(
      fc.property(rows, rows, (base, theirs) => {
        expect(merged(base, base, theirs)).toEqual(theirs);
        expect(merged(base, theirs, base)).toEqual(theirs);
        expect(merged(base, theirs, theirs)).toEqual(theirs);
      }),
    );
  });
});
