import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldInvisible, toFolded, toRaw } from "./fold-invisible";

test.each<[string, string, string]>([
  ["plain words stay", "Trade rose.", "Trade rose."],
  ["curly quotation marks", "“no” ‘so’ it’s „da“ ‚da‘", `"no" 'so' it's "da" 'da'`],
  ["angle quotation marks stay", "«no»", "«no»"],
  ["kinds of spaces", "a\u00a0b\u2009c\u202fd\u3000e\tf", "a b c d e f"],
  ["runs of spaces", "a  b \u00a0 c", "a b c"],
  ["line breaks", "a\nb \n c\r\nd\u2028e", "a b c d e"],
  ["soft hyphens and what has no width", "tr\u00adade\u200b r\u2060o\ufeffse", "trade rose"],
  ["what has no width, between spaces", "a \u200b b", "a b"],
  ["joiners and direction marks stay", "a\u200db\u200cc\u200e", "a\u200db\u200cc\u200e"],
  ["composed letters", "cafe\u0301 a\u0302\u0301n", "café ấn"],
  ["marks in another order", "a\u0301\u0323", "a\u0323\u0301".normalize("NFC")],
  ["Korean syllables", "항만".normalize("NFD"), "항만"],
  ["a Korean syllable that ends later", "하\u11ab", "한"],
  ["voiced kana", "か\u3099", "が"],
  ["characters of equal meaning", "\u212b \u2126", "Å Ω"],
  ["ligatures and full-width letters stay", "ﬃ Ａ", "ﬃ Ａ"],
  ["characters whose normal form is longer", "\u0958a", "\u0915\u093ca"],
])("folds %s", (_, raw, text) => {
  expect(foldInvisible(raw).text).toBe(text);
});

test("line breaks are known, in a text of the same length", () => {
  const { text, lines } = foldInvisible("a  b \n\n c\nd");
  expect([text, lines]).toEqual(["a b c d", "a b\nc\nd"]);
});

describe("ranges", () => {
  test.each<[string, string, string, string]>([
    // A raw text with a span in brackets, the folded span, and the raw range of that.
    ["a word after other characters", "“no”  [cafe\u0301] x", "café", "cafe\u0301"],
    ["an end inside a letter moves outward", "x [e]\u0301 y", "é", "e\u0301"],
    ["a start inside a run of spaces moves outward", "a_ [ b]", " b", "  b"],
    ["what is invisible beside it stays outside", "x [\u00adro\u00adse\u00ad]", "rose", "ro\u00adse"],
    ["nothing visible", "x[\u00ad\u200b]y", "", ""],
  ])("%s", (_, marked, folded, back) => {
    const start = marked.indexOf("[");
    const raw = marked.replace(/[[\]]/g, "");
    const text = foldInvisible(raw);
    const range = toFolded(text, { start, end: marked.indexOf("]") - 1 });
    expect(text.text.slice(range.start, range.end)).toBe(folded);
    if (folded === "") return;
    const again = toRaw(text, range);
    expect(raw.slice(again.start, again.end)).toBe(back);
  });
});

const unit = fc.constantFrom(
  "a",
  "e",
  "\u0301",
  "\u0323",
  "é",
  " ",
  "\n",
  "\u00a0",
  // A mark after a soft hyphen belongs to no letter.
  "\u00adb",
  "’",
  "'",
  "하",
  "\u11ab",
  "か",
  "\u3099",
  "👍",
);
const anyText = fc.array(unit, { maxLength: 30 }).map((units) => units.join(""));

test("any folded range is the fold of its raw range, and contains the range it comes from", () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (raw, a, b) => {
      if (raw === "") return;
      const start = a % raw.length;
      const span = { start, end: start + 1 + (b % (raw.length - start)) };
      const text = foldInvisible(raw);
      const folded = toFolded(text, span);
      if (folded.start >= folded.end) return;
      const whole = toRaw(text, folded);
      const outside =
        raw.slice(span.start, whole.start) + raw.slice(Math.max(whole.end, span.start), span.end);
      expect(foldInvisible(outside).text).toBe("");
      expect(foldInvisible(raw.slice(whole.start, whole.end)).text).toBe(
        text.text.slice(folded.start, folded.end),
      );
    }),
  );
});

test("folding a folded text changes nothing, and canonically equal texts fold alike", () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const { text } = foldInvisible(raw);
      expect(foldInvisible(text).text).toBe(text);
      expect(foldInvisible(raw.normalize("NFD")).text).toBe(text);
      expect(foldInvisible(raw.normalize("NFC")).text).toBe(text);
    }),
  );
});

test("more marks on a letter than anyone writes are folded in parts, which is quick", () => {
  const raw = `a${"\u0301\u0323".repeat(50_000)}`;
  // The letter and one of its marks are one character.
  expect(foldInvisible(raw).text).toHaveLength(raw.length - 1);
});
