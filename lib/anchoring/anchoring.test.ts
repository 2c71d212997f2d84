import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeAnchor } from "./describe-anchor";
import { findAnchor } from "./find-anchor";

/** Texts of letters, spaces, marks and characters of two UTF-16 units. */
const anyText = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "é", "中", "👍", "𝔸"), minLength: 1 });

const text = "Trade rose. Trade fell. In 2023 trade rose to $240 billion 👩‍🚀.";

describe("findAnchor", () => {
  test.each([
    [{ exact: "$240 billion" }, { ok: true, value: { start: 46, end: 58 } }],
    [
      { exact: "Trade", suffix: " fell" },
      { ok: true, value: { start: 12, end: 17 } },
    ],
    [
      { exact: "rose", prefix: "2023 trade " },
      { ok: true, value: { start: 38, end: 42 } },
    ],
    [{ exact: "$250 billion" }, { ok: false, error: { kind: "quote-not-found" } }],
    [{ exact: "" }, { ok: false, error: { kind: "quote-not-found" } }],
    [
      { exact: "Trade", prefix: "x" },
      { ok: false, error: { kind: "quote-not-found" } },
    ],
  ])("%j", (quote, expected) => {
    expect(findAnchor(text, quote)).toEqual(expected);
  });

  test("a quote that occurs twice is ambiguous and lists both occurrences", () => {
    expect(findAnchor(text, { exact: "Trade" })).toMatchObject({
      ok: false,
      error: { kind: "quote-ambiguous", candidates: [{ start: 0 }, { start: 12 }] },
    });
  });

  test("an occurrence comes with up to 32 characters of context on each side", () => {
    const around = "abcdefghijklmnopqrstuvwxyz0123456789";
    expect(findAnchor(`No${around}No`, { exact: "No" })).toEqual({
      ok: false,
      error: {
        kind: "quote-ambiguous",
        candidates: [
          { start: 0, end: 2, prefix: "", suffix: around.slice(0, 32) },
          { start: 38, end: 40, prefix: around.slice(4), suffix: "" },
        ],
      },
    });
  });

  test.each([
    [19, 19],
    [20, 20],
    [21, 20],
  ])("of %i occurrences, %i are listed", (count, listed) => {
    const found = findAnchor("No. ".repeat(count), { exact: "No" });
    expect(!found.ok && found.error.kind === "quote-ambiguous" && found.error.candidates.length).toBe(listed);
  });

  test.each([
    ["the wrong text before it", { exact: "rose", prefix: "ade " }, ["quote-ambiguous"]],
    [
      "the right text before it, and the wrong text after it",
      { exact: "Trade", prefix: "", suffix: " rises" },
      ["quote-not-found"],
    ],
    [
      "the wrong text before it, and the right text after it",
      { exact: "Trade", prefix: "z", suffix: " fell" },
      ["quote-not-found"],
    ],
    ["context that occurs elsewhere", { exact: "fell", prefix: "rose. " }, ["quote-not-found"]],
  ])("a quote with %s", (_, quote, [kind]) => {
    expect(findAnchor(text, quote)).toMatchObject({ ok: false, error: { kind } });
  });

  const OTHER_FORM = `Le cafe\u0301 a\u00a0dit “non”,\nl’été.`;
  test.each<[string, { exact: string; prefix?: string; suffix?: string }, string | string[]]>([
    ["another normal form", { exact: "café a" }, "cafe\u0301 a"],
    ["other spaces", { exact: "a dit" }, "a\u00a0dit"],
    ["a space for a line break", { exact: "non”, l’été" }, "non”,\nl’été"],
    ["straight quotation marks", { exact: `"non", l'été.` }, "“non”,\nl’été."],
    ["context in another form", { exact: "a", prefix: "café ", suffix: ' dit "' }, "a"],
    ["an occurrence as it is written before one in another form", { exact: "l’été" }, "l’été"],
    ["not another letter", { exact: "cafè" }, []],
    ["only what is invisible", { exact: "\u00ad" }, []],
  ])("a quote in another form: %s", (_, quote, expected) => {
    const found = findAnchor(OTHER_FORM, quote);
    if (found.ok) expect(OTHER_FORM.slice(found.value.start, found.value.end)).toBe(expected);
    else expect([]).toEqual(expected);
  });

  test("a quote that occurs twice in other forms is ambiguous, one that occurs as it is written is not", () => {
    const twice = "it’s so. it's so.";
    expect(findAnchor(twice, { exact: "it's so" })).toEqual({ ok: true, value: { start: 9, end: 16 } });
    expect(findAnchor(twice, { exact: "it‘s so" })).toMatchObject({
      error: { kind: "quote-ambiguous", candidates: [{ start: 0 }, { start: 9 }] },
    });
  });

  test("overlapping occurrences count", () => {
    expect(findAnchor("aaa", { exact: "aa" })).toMatchObject({ error: { kind: "quote-ambiguous" } });
  });
});

describe("describeAnchor", () => {
  test.each([
    [-1, 3],
    [0, 0],
    [3, 2],
    [0, text.length + 1],
    [0.5, 2],
    [0, 2.5],
    [Number.NaN, 2],
  ])("%d..%d is misuse", (start, end) => {
    expect(() => describeAnchor(text, start, end)).toThrow(RangeError);
  });

  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  test.each([
    ["the full text", "ab", 0, 2, { exact: "ab", prefix: "", suffix: "" }],
    ["its first character", "ab", 0, 1, { exact: "a", prefix: "", suffix: "b" }],
    ["its last character", "ab", 1, 2, { exact: "b", prefix: "a", suffix: "" }],
    [
      "a character far from both ends: 32 characters on each side",
      `${letters}-${letters}`,
      36,
      37,
      { exact: "-", prefix: letters.slice(4), suffix: letters.slice(0, 32) },
    ],
    [
      "characters of two units count as one",
      `${"👍".repeat(40)}-${"👎".repeat(40)}`,
      80,
      81,
      { exact: "-", prefix: "👍".repeat(32), suffix: "👎".repeat(32) },
    ],
    [
      "a half character at the outer edge of the context is left out, one inside it is not",
      "\udc00a\udc00b|c\ud800d\ud800",
      4,
      5,
      { exact: "|", prefix: "a\udc00b", suffix: "c\ud800d" },
    ],
  ])("describes %s", (_, any, start, end, expected) => {
    expect(describeAnchor(any, start, end)).toEqual({ start, end, ...expected });
  });

  test("half a character beside an end is no pair", () => {
    expect(describeAnchor("\ud800bc", 1, 2)).toMatchObject({ start: 1, end: 2 });
    expect(describeAnchor("ab\udc00", 1, 2)).toMatchObject({ start: 1, end: 2 });
  });

  test("an end inside a surrogate pair moves outward", () => {
    expect(describeAnchor("a👍b", 1, 2)).toMatchObject({ start: 1, end: 3, exact: "👍" });
    expect(describeAnchor("a👍b", 2, 4)).toMatchObject({ start: 1, end: 4, exact: "👍b" });
  });

  test("a described span is found again, and its context never holds half a surrogate pair", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (any, a, b) => {
        const start = a % any.length;
        const end = start + 1 + (b % (any.length - start));
        const anchor = describeAnchor(any, start, end);
        expect(any.slice(anchor.start, anchor.end)).toBe(anchor.exact);
        expect(anchor.prefix.isWellFormed() && anchor.suffix.isWellFormed()).toBe(true);
        const found = findAnchor(any, anchor);
        if (found.ok) expect(found.value).toEqual({ start: anchor.start, end: anchor.end });
        else expect(found.error.kind).toBe("quote-ambiguous");
      }),
    );
  });
});
