import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Alignment, alignTexts, makeAlignment } from "./align-texts";
import { unfolded } from "./fold-invisible";
import { type ReanchorOutcome, reanchor, reanchorAll, withoutEdgeSpace } from "./reanchor";
import { tokenised } from "./tokenised-text";

const text = [
  "Trade rose to $240 billion in 2023, a record.",
  "The ministry said that exports of cars had doubled. Imports fell.",
  "Nobody at the ministry would say why imports fell so quickly that year.",
].join("\n");

/** The outcome for a quotation of the old text, with the text of its new range. */
function outcome(old: string, now: string, quote: string): [ReanchorOutcome["kind"], string?] {
  const start = old.indexOf(quote);
  const [found] = reanchorAll(old, now, [{ start, end: start + quote.length }]) as [ReanchorOutcome];
  return found.kind === "orphaned"
    ? [found.kind]
    : [found.kind, now.slice(found.range.start, found.range.end)];
}

describe("re-anchors a span when", () => {
  const lines = text.split("\n");
  test.each([
    ["nothing changed", text, "$240 billion", ["exact", "$240 billion"]],
    ["something was inserted before it", `News.\n${text}`, "$240 billion", ["moved", "$240 billion"]],
    [
      "something after it changed",
      text.replace("quickly", "fast"),
      "$240 billion",
      ["exact", "$240 billion"],
    ],
    ["a figure was corrected", text.replace("240", "250"), "$240 billion", ["changed", "$250 billion"]],
    [
      "words were inserted",
      text.replace("to $240", "to about $240"),
      "rose to $240 billion",
      ["changed", "rose to about $240 billion"],
    ],
    [
      "words were removed",
      text.replace("of cars ", ""),
      "exports of cars had doubled",
      ["changed", "exports had doubled"],
    ],
    [
      "its first word was replaced",
      text.replace("exports of", "sales of"),
      "exports of cars",
      ["changed", "sales of cars"],
    ],
    [
      "its last word was replaced",
      text.replace("cars had", "trucks had"),
      "exports of cars",
      ["changed", "exports of trucks"],
    ],
    ["its sentence was removed", text.replace(" Imports fell.", ""), "Imports fell", ["orphaned"]],
    ["its paragraph was removed", [lines[0], lines[2]].join("\n"), "exports of cars", ["orphaned"]],
    [
      "its paragraph was moved to the front",
      [lines[2], lines[0], lines[1]].join("\n"),
      "why imports fell so quickly",
      ["moved", "why imports fell so quickly"],
    ],
    [
      "the paragraphs were reversed",
      [...lines].reverse().join("\n"),
      "exports of cars had doubled",
      ["moved", "exports of cars had doubled"],
    ],
    [
      "everything was rewritten",
      "A new beginning, with nothing of what was there.",
      "exports of cars",
      ["orphaned"],
    ],
    ["the text is empty", "", "exports of cars", ["orphaned"]],
    [
      "two paragraphs became one",
      text.replaceAll("\n", " "),
      "a record.\nThe ministry",
      ["exact", "a record. The ministry"],
    ],
  ] as const)("%s", (_, now, quote, expected) => {
    expect(outcome(text, now, quote)).toEqual(expected);
  });

  test("finds the right occurrence of a repeated phrase", () => {
    const old = "The vote passed. The vote failed. The vote passed again. The vote was void.";
    const now = `Late news. ${old.replace("The vote failed. ", "")} The vote passed at last.`;
    const spans = [...old.matchAll(/The vote/g)].map(({ index }) => ({ start: index, end: index + 8 }));
    const found = reanchorAll(old, now, spans).map((each) => ("range" in each ? each.range.start : null));
    expect(found).toEqual([11, null, 28, 51]);
  });

  test.each([
    [
      "Chinese",
      "中国海关说贸易额达到两千四百亿美元。俄罗斯的数字较低。",
      "两千四百亿",
      "两千五百亿",
      "贸易额达到两千四百亿美元",
    ],
    ["Arabic", "ارتفعت التجارة إلى 240 مليار دولار في العام الماضي.", "240", "250", "التجارة إلى 240 مليار"],
    [
      "emoji and joined marks",
      "Lift-off 🚀 at 9, said the crew 👩‍🚀👨‍🚀 in one voice é.",
      "at 9",
      "at 10",
      "🚀 at 9, said the crew 👩‍🚀",
    ],
  ])("in %s", (_, old, from, to, quote) => {
    expect(outcome(old, old.replace(from, to), quote)).toEqual(["changed", quote.replace(from, to)]);
    expect(outcome(old, `0 ${old}`, quote)).toEqual(["moved", quote]);
  });

  test.each([
    [-1, 2],
    [3, 3],
    [4, 2],
    [0, text.length + 1],
  ])("%i..%i is misuse", (start, end) => {
    expect(() => reanchor(alignTexts(text, text), { start, end })).toThrow(RangeError);
  });
});

describe("the edges of an edited passage", () => {
  test.each<[string, string, string, string, [string, string?]]>([
    [
      "its first word was removed",
      "So old cars rose. It was.",
      "So cars rose. It was.",
      "old cars rose",
      ["changed", "cars rose"],
    ],
    [
      "its last word was removed",
      "So cars rose fast. It was.",
      "So cars rose. It was.",
      "cars rose fast",
      ["changed", "cars rose"],
    ],
    [
      "words around its beginning changed: the word like the old one belongs to it",
      "Then ministry reports said cars rose.",
      "Then minister report said cars rose.",
      "reports said cars",
      ["changed", "report said cars"],
    ],
    [
      "words around its end changed: the word like the old one belongs to it",
      "So cars rose slowly afterwards. It was.",
      "So cars rose slower afterward. It was.",
      "cars rose slowly",
      ["changed", "cars rose slower"],
    ],
    [
      "its first word changed at the beginning of the text",
      "Cars rose.",
      "Trucks rose.",
      "Cars rose",
      ["changed", "Trucks rose"],
    ],
    [
      "its last word changed at the end of the text",
      "Cars rose",
      "Cars soared",
      "Cars rose",
      ["changed", "Cars soared"],
    ],
    [
      "all of it was edited",
      "So it was: reporters agreed. It was.",
      "So it was: reporter agrees. It was.",
      "reporters agreed",
      ["changed", "reporter agrees"],
    ],
    [
      "all of it was edited, and the words beside it",
      "So it is quietly reporters agreed afterwards. It was.",
      "So it is quiet reporter agrees afterward. It was.",
      "reporters agreed",
      ["changed", "reporter agrees"],
    ],
    [
      "all of it was edited, at the beginning",
      "reporters agreed. It was.",
      "reporter agrees. It was.",
      "reporters agreed",
      ["changed", "reporter agrees"],
    ],
    [
      "all of it was edited, at the end",
      "It was: reporters agreed",
      "It was: reporter agrees",
      "reporters agreed",
      ["changed", "reporter agrees"],
    ],
    [
      "words were inserted at its beginning and its end",
      "So it was. Cars rose. It was.",
      "So it was. Some cars rose fast. It was.",
      "Cars rose",
      ["changed", "cars rose"],
    ],
  ])("%s", (_, old, now, quote, expected) => {
    expect(outcome(old, now, quote)).toEqual(expected);
  });
});

describe("a passage whose surroundings are gone", () => {
  const before = "Nobody knew anything about all that.";
  test.each<[string, string, string, string, [string, string?]]>([
    [
      "is found by fourteen letters",
      `${before} Abcdefg hijklmn`,
      "Abcdefg hijklmn! We saw quite other things",
      "Abcdefg hijklmn",
      ["moved", "Abcdefg hijklmn"],
    ],
    [
      "is found after other words, but those may have been written again",
      `Abcdefg hijklmn. ${before}`,
      `${before} Then there was abcdefg; Abcdefg hijklmn`,
      "Abcdefg hijklmn",
      ["changed", "Abcdefg hijklmn"],
    ],
    [
      "is certain with the word before it",
      `Only Abcdefg hijklmn. ${before}`,
      `${before} Then there was Only Abcdefg hijklmn`,
      "Abcdefg hijklmn",
      ["moved", "Abcdefg hijklmn"],
    ],
    [
      "is certain with the word after it",
      `Abcdefg hijklmn says. ${before}`,
      `${before} Then there was abcdefg; Abcdefg hijklmn says`,
      "Abcdefg hijklmn",
      ["moved", "Abcdefg hijklmn"],
    ],
    [
      "of five words is a passage that moved",
      `Ab cd ef gh ijklmnop. ${before} It was.`,
      `${before} Then there was, so; Ab cd ef gh ijklmnop`,
      "Ab cd ef gh ijklmnop",
      ["moved", "Ab cd ef gh ijklmnop"],
    ],
    [
      "is not found by thirteen letters",
      `Abcdefg hijklm. ${before}`,
      `${before} Then there was abcdefg; Abcdefg hijklm`,
      "Abcdefg hijklm",
      ["orphaned"],
    ],
    [
      "is not found if it occurs twice",
      `Abcdefg hijklmn. ${before}`,
      `${before} Then Abcdefg hijklmn; or Abcdefg hijklmn`,
      "Abcdefg hijklmn",
      ["orphaned"],
    ],
    [
      "is not found where the same words were before",
      `Abcdefg hijklmn. ${before} Abcdefg hijklmn!`,
      `${before} Abcdefg hijklmn!`,
      "Abcdefg hijklmn",
      ["orphaned"],
    ],
  ])("%s", (_, old, now, quote, expected) => {
    expect(outcome(old, now, quote)).toEqual(expected);
  });
});

describe("a passage that was rewritten in its old position", () => {
  test.each<[string, string, object]>([
    [
      "45% in common: it changed",
      "abcdefghijklmnopqrstuvw ABCDEFGHIJKLMNOPQRSTUVWXYZa",
      { kind: "changed", score: 0.46 },
    ],
    [
      "less than 45% is a candidate",
      "abcdefghijklmnopqrstuvw ABCDEFGHIJKLMNOPQRSTUVWXYZabcd",
      { kind: "orphaned", candidates: [{ start: 0, end: 54 }] },
    ],
  ])("%s", (_, now, expected) => {
    const old = "abcdefghijklmnopqrstuvw xyzxyzxyzxyzxyzxyzxyzxyzxyz";
    expect(reanchorAll(old, now, [{ start: 0, end: old.length }])).toMatchObject([expected]);
  });
});

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

describe("for any texts", () => {
  const word = fc.constantFrom("the", "vote", "passed", "again", "é", "中", "👍", "$240", "won’t", "ب");
  const prose = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
  const spanIn = (old: string, a: number, b: number) => {
    const start = a % old.length;
    return { start, end: start + 1 + (b % (old.length - start)) };
  };

  test("with the same text, every span keeps its offsets", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", " ", ".", "\n", "中", "👍"), minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (old, a, b) => {
          const span = spanIn(old, a, b);
          expect(reanchorAll(old, old, [span])).toEqual([{ kind: "exact", range: span }]);
        },
      ),
    );
  });

  test("with text inserted at the beginning, every span moves by its length", () => {
    const other = fc.array(fc.constantFrom("one", "two", "three.", "four\n"), { maxLength: 40 });
    fc.assert(
      fc.property(prose, other, fc.nat(), fc.nat(), (old, words, a, b) => {
        const span = spanIn(old, a, b);
        const before = `${words.join(" ")}\n`;
        const range = { start: before.length + span.start, end: before.length + span.end };
        expect(reanchorAll(old, before + old, [span])).toEqual([{ kind: "moved", range }]);
      }),
    );
  });

  test("every range lies in the new text, is not empty, and cuts no character in two", () => {
    fc.assert(
      fc.property(prose, prose, fc.nat(), fc.nat(), (old, now, a, b) => {
        const span = spanIn(old, a, b);
        if (!old.slice(span.start, span.end).isWellFormed()) return;
        for (const found of reanchorAll(old, now, [span])) {
          const ranges = found.kind === "orphaned" ? found.candidates : [found.range];
          for (const { start, end } of ranges) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(now.length);
            expect(now.slice(start, end).isWellFormed()).toBe(true);
          }
        }
      }),
    );
  });

  test("exact and moved ranges always have the same text", () => {
    fc.assert(
      fc.property(prose, prose, fc.nat(), fc.nat(), (old, now, a, b) => {
        const span = spanIn(old, a, b);
        for (const found of reanchorAll(old, now, [span]))
          if (found.kind === "exact" || found.kind === "moved")
            expect(now.slice(found.range.start, found.range.end)).toBe(old.slice(span.start, span.end));
      }),
    );
  });

  test("unchanged runs appear in both texts and never overlap", () => {
    fc.assert(
      fc.property(prose, prose, (old, now) => {
        const { unchanged, byNew } = alignTexts(old, now);
        let end = 0;
        for (const { oldStart, newStart, length } of unchanged) {
          expect(oldStart).toBeGreaterThanOrEqual(end);
          expect(now.slice(newStart, newStart + length)).toBe(old.slice(oldStart, oldStart + length));
          end = oldStart + length;
        }
        end = 0;
        for (const run of byNew.map((index) => unchanged[index])) {
          expect(run?.newStart).toBeGreaterThanOrEqual(end);
          end = (run?.newStart ?? 0) + (run?.length ?? 0);
        }
      }),
    );
  });
});
