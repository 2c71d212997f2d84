import { describe, expect, test } from "vitest";
import { type Alignment, makeAlignment } from "./align-texts";
import { unfolded } from "./fold-invisible";
import { reanchor, withoutEdgeSpace } from "./reanchor";
import { tokenised } from "./tokenised-text";

/** An alignment of two texts with these runs, each as old offset, new offset and length; "moved" for those moved. */
function aligned(oldText: string, newText: string, ...runs: [number, number, number, "moved"?][]): Alignment {
  const vocabulary = new Map<string, number>();
  return makeAlignment(
    tokenised(unfolded(oldText), vocabulary),
    tokenised(unfolded(newText), vocabulary),
    runs.map(([oldStart, newStart, length, moved]) => ({
      oldStart,
      newStart,
      length,
      moved: moved === "moved",
    })),
  );
}

describe("of the unchanged pieces of a passage", () => {
  // "aaaa bb cccc" was torn apart: each piece is found elsewhere.
  const old = "aaaa bb ccccc";
  const all = { start: 0, end: old.length };
  test.each<[string, string, [number, number, number, "moved"?][], number, number]>([
    [
      "those in order hold together",
      "aaaa XX ccccc YYYY",
      [
        [0, 0, 5],
        [7, 7, 6],
      ],
      0,
      13,
    ],
    [
      "the ones with the most letters count: those that stayed",
      "bb aaaa and ccccc",
      [
        [0, 3, 5],
        [5, 0, 2, "moved"],
        [7, 11, 6],
      ],
      3,
      17,
    ],
    [
      "the ones with the most letters count: those that moved",
      "XXXX ccccc YYYYYYYY aaaa bb",
      [
        [0, 20, 7, "moved"],
        [7, 4, 6],
      ],
      20,
      27,
    ],
    [
      "with as many letters the first counts",
      "XXXX cccc YYYYYYYY aaaa",
      [
        [0, 19, 4, "moved"],
        [8, 5, 4],
      ],
      19,
      23,
    ],
  ])("%s", (_, now, runs, start, end) => {
    const found = reanchor(aligned(old, now, ...runs), all);
    expect("range" in found ? found.range : found).toEqual({ start, end });
  });
});

/** A text of spaces with words at some offsets. */
function sparse(length: number, words: Record<number, string>): string {
  let out = " ".repeat(length);
  for (const [at, word] of Object.entries(words))
    out = out.slice(0, Number(at)) + word + out.slice(Number(at) + word.length);
  return out;
}

describe("two moved pieces of a passage, four characters apart", () => {
  const old = "aaaa bb ccccc";
  test.each([
    ["with a space between them", 10, 15, 10, 20],
    ["88 characters apart: twice as far and 80 more", 10, 102, 10, 107],
    ["89 characters apart: too far, and the larger piece counts", 10, 103, 103, 108],
    ["with nothing between them", 10, 14, 10, 19],
    ["in another order", 50, 10, 10, 15],
  ])("%s", (_, one, two, start, end) => {
    const now = sparse(120, { [one]: "aaaa", [two]: "ccccc" });
    const found = reanchor(aligned(old, now, [0, one, 4, "moved"], [8, two, 5, "moved"]), {
      start: 0,
      end: 13,
    });
    expect("range" in found ? found.range : found).toEqual({ start, end });
  });
});

test("signs weigh nothing: the piece with letters locates a passage", () => {
  const now = sparse(60, { 0: "aaa", 40: "!!!!!!!" });
  const found = reanchor(aligned("!!!!!!! aaa", now, [0, 40, 7, "moved"], [8, 0, 3]), { start: 0, end: 11 });
  expect(found).toMatchObject({ kind: "changed", range: { start: 0, end: 3 } });
});

test("a passage that lost its beginning never begins before the text", () => {
  expect(reanchor(aligned("aaa", "aaab", [1, 0, 2]), { start: 0, end: 3 })).toMatchObject({
    kind: "changed",
    range: { start: 0, end: 2 },
  });
});

test.each<[string, string, string, [number, number, number, "moved"?][], [number, number]]>([
  [
    "the word after it was moved away",
    "aaa report bbb ccc",
    "aaa reports ccc; then bbb",
    [
      [0, 0, 4],
      [11, 22, 3, "moved"],
      [14, 11, 4],
    ],
    [4, 11],
  ],
  [
    "the word before it was moved away",
    "aaa bbb report ccc",
    "aaa reports ccc; then bbb",
    [
      [0, 0, 4],
      [4, 22, 3, "moved"],
      [14, 11, 4],
    ],
    [4, 11],
  ],
  ["nothing before it is unchanged", "report ccc", "reports ccc", [[6, 7, 4]], [0, 7]],
  ["nothing after it is unchanged", "aaa report", "aaa reports", [[0, 0, 4]], [4, 11]],
])("an edited passage is between the neighbours that stayed: %s", (_, old, now, runs, [start, end]) => {
  const at = old.indexOf("report");
  expect(reanchor(aligned(old, now, ...runs), { start: at, end: at + 6 })).toMatchObject({
    kind: "changed",
    range: { start, end },
  });
});

test.each<[string, [number, number, number], "changed" | "moved" | "orphaned"]>([
  ["if nothing of it is unchanged text", [15, 0, 3], "changed"],
  ["if less than half of it is", [15, 3, 6], "changed"],
  ["not if half of it is", [15, 3, 7], "orphaned"],
  ["if unchanged text before it reaches less than half into it", [15, 1, 8], "changed"],
  ["not if unchanged text before it reaches half into it", [15, 1, 9], "orphaned"],
  ["if unchanged text after it begins in its second half", [15, 11, 9], "moved"],
  ["not if unchanged text after it begins in its middle", [15, 10, 9], "orphaned"],
  ["if unchanged text begins at its end", [15, 17, 9], "moved"],
])("a passage of fourteen letters is found elsewhere %s", (_, run, kind) => {
  const now = "ZZ abcdefghijklmn ZZZZZZZZZZ";
  const found = reanchor(aligned("abcdefghijklmn zzzzzzzzz", now, run), { start: 0, end: 14 });
  expect(found.kind).toBe(kind);
  if (found.kind === "changed")
    expect(found).toEqual({ kind: "changed", range: { start: 3, end: 17 }, score: 1 });
});

test.each<[string, string, number, number, string, [number, number] | null]>([
  ["no space at the edges", "ab cd", 0, 5, "x", [0, 5]],
  ["space at both edges", " ab ", 0, 4, "x", [1, 3]],
  ["more space at both edges", " \n ab \n ", 0, 8, "x", [3, 5]],
  ["space before that the passage had", "  ab  ", 0, 6, " x", [0, 4]],
  ["space after that the passage had", "  ab  ", 0, 6, "x ", [2, 6]],
  ["space inside the passage", " ab ", 0, 4, "x x", [1, 3]],
  ["only the space of the range", "  ab  ", 1, 5, "x", [2, 4]],
  ["only space", "a  b", 1, 3, "x", null],
  ["only space, which the passage had", "a  b", 1, 3, " x ", [1, 3]],
  ["an empty range", "ab", 1, 1, " ", null],
])("a range without the space at its edges: %s", (_, any, start, end, exact, expected) => {
  const found = withoutEdgeSpace(any, { start, end }, exact);
  expect(found && [found.start, found.end]).toEqual(expected);
});
