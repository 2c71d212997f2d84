import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { br, doc, em, figure, h, hr, item, ol, p, quote, strong, table, ul } from "@/lib/testing/builders";
import { canonicalText } from "./canonical-text";

describe("text", () => {
  test.each([
    ["one paragraph", doc(p("Taxes ", strong("rose"))), "Taxes rose"],
    ["two paragraphs", doc(p("One"), p("Two")), "One\nTwo"],
    ["a hard break", doc(p("One", br, "Two")), "One\nTwo"],
    ["an empty paragraph in the middle", doc(p("One"), p(), p("Two")), "One\n\nTwo"],
    ["an empty paragraph first", doc(p(), p("Two")), "\nTwo"],
    [
      "a heading, a quote and a list",
      doc(h(2, "Head"), quote(p("Said")), ul(item(p("a"), ol(item(p("b")))))),
      "Head\nSaid\na\nb",
    ],
    ["a rule, which has no text", doc(p("One"), hr, p("Two")), "One\nTwo"],
    [
      "a table as its cells, an image as its caption",
      doc(table(["a", "b"], ["c", ""]), figure("https://example.org/x.png", "A port", "The port")),
      "a\nb\nc\n\nThe port",
    ],
    [
      "emoji, combining marks, CJK and right-to-left",
      doc(p("👩‍👩‍👧 e\u0301 漢字 שלום")),
      "👩‍👩‍👧 e\u0301 漢字 שלום",
    ],
  ])("%s", (_, document, text) => {
    expect(canonicalText(document).text).toBe(text);
  });
});

describe("positions", () => {
  const document = doc(p("One"), quote(p("Two")), p("Three"));
  const map = canonicalText(document);
  test.each([
    [0, "start", 1],
    [3, "end", 4],
    [4, "start", 7],
    [4, "end", 7],
    [7, "end", 10],
    [8, "start", 13],
    [13, "end", 18],
  ] as const)("offset %i as %s is position %i", (offset, side, pos) => {
    expect(map.toPos(offset, side)).toBe(pos);
  });
  test("an offset outside is misuse", () => {
    expect(() => map.toPos(14, "end")).toThrow(RangeError);
    expect(() => map.toPos(-1, "start")).toThrow(RangeError);
  });
});

const words = fc.string({ unit: "grapheme", maxLength: 12 });
const runs = fc.array(
  fc.oneof(
    words,
    words.map((text) => strong(text)),
    words.map((text) => em(text)),
    fc.constant(br),
  ),
  { maxLength: 5 },
);
const paragraph = runs.map((children) => p(...children));
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  runs.map((children) => h(2, ...children)),
  paragraph.map((inner) => quote(inner, p("said"))),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((inner) => ul(...inner.map((each) => item(each)))),
  fc.array(words, { minLength: 1, maxLength: 3 }).map((cells) => table(cells, cells)),
  words.map((caption) => figure("https://example.org/x.png", "", caption)),
  fc.constant(hr),
);
const anyDocument = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => doc(...blocks));

describe("properties", () => {
  test("every span of the text is the same text between its positions", () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), fc.nat(), (document, a, b) => {
        const { text, toPos } = canonicalText(document);
        const start = Math.min(a % (text.length + 1), b % (text.length + 1));
        const end = Math.max(a % (text.length + 1), b % (text.length + 1));
        if (start === end) return;
        const between = document.textBetween(toPos(start, "start"), toPos(end, "end"), "\n", "\n");
        // A break between blocks has no position of its own, so compare without breaks.
        expect(between.replaceAll("\n", "")).toBe(text.slice(start, end).replaceAll("\n", ""));
      }),
    );
  });

  test("offset → position → offset round-trips", () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (document, n) => {
        const { text, toPos, toOffset } = canonicalText(document);
        const offset = n % (text.length + 1);
        expect(toOffset(toPos(offset, "end"))).toBe(offset);
        expect(toOffset(toPos(offset, "start"))).toBe(offset);
      }),
    );
  });

  test("offset → code points → offset round-trips, and equals the length of the text before it", () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (document, n) => {
        const { text, toCodePoint, fromCodePoint } = canonicalText(document);
        const offset = n % (text.length + 1);
        const found = [...text].findIndex(
          (_, index) => [...text].slice(0, index + 1).join("").length > offset,
        );
        const before = found === -1 ? [...text].length : found;
        expect(toCodePoint(offset)).toBe(before);
        expect(fromCodePoint(before)).toBe([...text].slice(0, before).join("").length);
        expect(() => fromCodePoint([...text].length + 1)).toThrow(RangeError);
      }),
    );
  });
});
