import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeAnchor } from "./describe-anchor";
import { findAnchor } from "./find-anchor";

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
  ])("%i..%i is misuse", (start, end) => {
    expect(() => describeAnchor(text, start, end)).toThrow(RangeError);
  });

  test("an end inside a surrogate pair moves outward", () => {
    expect(describeAnchor("a👍b", 1, 2)).toMatchObject({ start: 1, end: 3, exact: "👍" });
    expect(describeAnchor("a👍b", 2, 4)).toMatchObject({ start: 1, end: 4, exact: "👍b" });
  });

  test("a described span is found again, and its context never holds half a surrogate pair", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.nat(), fc.nat(), (any, a, b) => {
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
