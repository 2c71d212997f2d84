import { Schema } from "@tiptap/pm/model";
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
    ["the start of the first block", 0, 1],
    ["the end of the first block", 3, 4],
    ["the start of the second block", 4, 7],
    ["the middle of the second block", 5, 8],
    ["the end of the second block", 7, 10],
    ["the start of the last block", 8, 13],
    ["the end of the last block", 13, 18],
  ])("%s: offset %i is position %i", (_, offset, pos) => {
    expect(map.toPos(offset)).toBe(pos);
    expect(map.toOffset(pos)).toBe(offset);
  });
  test.each([
    ["before the first block", 0, 0],
    ["between the first two blocks", 5, 3],
    ["between the last two blocks", 12, 7],
    ["after the last block", 19, 13],
  ])("%s: position %i is offset %i", (_, pos, offset) => {
    expect(map.toOffset(pos)).toBe(offset);
  });
  test.each([-1, 14])("offset %i, outside the text, is misuse", (offset) => {
    expect(() => map.toPos(offset)).toThrow(RangeError);
    expect(() => map.toCodePoint(offset)).toThrow(RangeError);
    expect(() => map.fromCodePoint(offset)).toThrow(RangeError);
  });
  test("a document without a text block has only the offset 0", () => {
    const empty = canonicalText(doc(hr));
    expect([
      empty.text,
      empty.toPos(0),
      empty.toOffset(1),
      empty.toCodePoint(0),
      empty.fromCodePoint(0),
    ]).toEqual(["", 0, 0, 0, 0]);
  });
  test("an inline image, which a text can't show, takes one character", () => {
    const schema = new Schema({
      nodes: {
        doc: { content: "paragraph+" },
        paragraph: { content: "inline*" },
        text: { group: "inline" },
        picture: { group: "inline", inline: true },
      },
    });
    const paragraph = schema.node("paragraph", null, [
      schema.text("a"),
      schema.node("picture"),
      schema.text("b"),
    ]);
    const { text, toPos } = canonicalText(schema.node("doc", null, [paragraph]));
    expect(text).toBe("a\ufffcb");
    expect(toPos(2)).toBe(3);
  });
});

describe("code points", () => {
  test.each<[string, string, number[]]>([
    ["plain letters", "ab", [0, 1, 2]],
    ["the first pair of surrogates", "a\u{10000}b", [0, 1, 1, 2, 3]],
    ["the last pair of surrogates", "\u{10ffff}b", [0, 0, 1, 2]],
    ["two pairs in a row", "😀😀", [0, 0, 1, 1, 2]],
    ["characters beside the surrogates", "\ud7ff\ue000", [0, 1, 2]],
    ["the first half of a pair alone", "\ud83da", [0, 1, 2]],
    ["the second half of a pair alone", "a\ude00", [0, 1, 2]],
    ["the halves in the wrong order", "\ude00\ud83d", [0, 1, 2]],
  ])("before each offset of %s", (_, text, expected) => {
    const { toCodePoint, fromCodePoint } = canonicalText(doc(p("😀"), p(text)));
    // The first block and the break are two code points, of three units.
    expect(expected.map((_, at) => toCodePoint(3 + at) - 2)).toEqual(expected);
    for (const count of expected) expect(fromCodePoint(2 + count)).toBe(3 + expected.indexOf(count));
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
        const between = document.textBetween(toPos(start), toPos(end), "\n", "\n");
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
        expect(toOffset(toPos(offset))).toBe(offset);
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
