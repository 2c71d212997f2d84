import { describe, expect, test } from "vitest";
import { doc, figure, h, item, link, ol, p, quote, rationale, table, ul } from "@/lib/testing/builders";
import { MAX_SPAN } from "./article-nodes";
import type { DocumentNode } from "./document";
import { parseDocument } from "./parse-document";
import { articleSchema, rationaleSchema } from "./schema";

const text = (...blocks: unknown[]) => ({ type: "doc", content: blocks });
const withAttrs = (block: DocumentNode, attrs: Record<string, unknown>) => ({
  ...block,
  attrs: { ...block.attrs, ...attrs },
});
const picture = (attrs: Record<string, unknown>) => ({
  type: "image",
  attrs: { src: "https://example.org/a.png", alt: "A port", ...attrs },
});
const cells = (...spans: Record<string, unknown>[]) => ({
  type: "table",
  content: [
    { type: "tableRow", content: spans.map((attrs) => ({ type: "tableCell", attrs, content: [p("x")] })) },
  ],
});
/** A paragraph inside quotations, one in another. */
function nested(quotations: number): DocumentNode {
  let block = p("x");
  for (let level = 0; level < quotations; level++) block = quote(block);
  return block;
}

/** What is wrong with an article; "" if nothing is. */
function problemOf(json: unknown): string {
  const parsed = parseDocument(json, articleSchema);
  return parsed.ok ? "" : parsed.error.message;
}

test("a document comes out as it went in", () => {
  const article = doc(
    h(2, "Head"),
    p("See ", link("https://example.org", "this")),
    ul(item(p("a"), ol(item(p("b"))))),
    table(["a", "b"], ["c", "d"]),
    figure("https://example.org/x.png", "A port", "The port"),
  );
  const parsed = parseDocument(article.toJSON(), articleSchema);
  expect(parsed.ok && parsed.value.eq(article)).toBe(true);
});

test.each<[string, unknown]>([
  ["a heading of the highest level", h(1, "x")],
  ["a heading of the lowest level", h(6, "x")],
  ["a list that starts with a negative number", withAttrs(ol(item(p("x"))), { start: -3 })],
  ["a picture without a description", picture({ alt: null })],
  ["a cell across 100 columns and rows", cells({ colspan: MAX_SPAN, rowspan: MAX_SPAN })],
  ["200 columns", cells({ colspan: 100 }, { colspan: 100 })],
  ["a paragraph from left to right", withAttrs(p("x"), { dir: "ltr" })],
  ["a paragraph from right to left", withAttrs(p("x"), { dir: "rtl" })],
  ["a link to an email address", p(link("mailto:desk@example.org", "x"))],
  ["98 quotations, one in another", nested(98)],
  ["a list with an entry of 300 paragraphs", ul(item(...Array.from({ length: 300 }, () => p("x"))))],
])("an article can have %s", (_, block) => {
  expect(problemOf(text(block))).toBe("");
});

test.each<[string, unknown, unknown]>([
  ["a list's start", withAttrs(ol(item(p("x"))), { start: -3 }), withAttrs(ol(item(p("x"))), { start: 0 })],
  ["a link's address", p("See ", link(`https://example.org/${"a".repeat(8000)}`, "this")), p("See this")],
])("%s is brought within the bounds of outputs", (_, sent, stored) => {
  const parsed = parseDocument(text(sent), articleSchema);
  expect(parsed.ok && parsed.value.toJSON()).toEqual(articleSchema.nodeFromJSON(text(stored)).toJSON());
});

describe("the number of parts is bounded", () => {
  const empties = (length: number) => text(...Array.from({ length }, () => ({ type: "paragraph" })));
  test.each<[string, unknown, string]>([
    ["the document and 99 paragraphs", empties(99), ""],
    [
      "and one more",
      empties(100),
      "The text has more than 100 paragraphs and formatted passages. Remove empty paragraphs, or split the text.",
    ],
    [
      "marks count too",
      text(p(...Array.from({ length: 50 }, (_, index) => link(`https://example.org/${index}`, "x")))),
      "The text has more than 100 paragraphs and formatted passages. Remove empty paragraphs, or split the text.",
    ],
  ])("%s", (_, json, expected) => {
    const parsed = parseDocument(json, articleSchema, { maxParts: 100 });
    expect(parsed.ok ? "" : parsed.error.message).toBe(expected);
  });

  test("marks of one passage", () => {
    const marks = Array.from({ length: 50_000 }, (_, index) => ({
      type: "link",
      attrs: { href: `https://example.org/${index}` },
    }));
    expect(problemOf(text({ type: "paragraph", content: [{ type: "text", text: "x", marks }] }))).toBe(
      "A passage has more than 20 kinds of formatting. Remove some.",
    );
  });
});

describe("an article can't have", () => {
  const level = "A heading needs a level from 1 to 6.";
  const start = "A numbered list must start with a whole number.";
  const span = "A table cell must span 1 to 100 columns and rows.";
  const dir = "The direction of a paragraph must be ltr or rtl.";
  const src =
    "The address of an image is not http or https, or is too long. Remove the image, or correct its address.";
  const href = "The address of a link is not http, https or mailto. Remove the link, or correct its address.";
  test.each<[string, unknown, string]>([
    ["a heading of level 0", h(0, "x"), level],
    ["a heading of level 7", h(7, "x"), level],
    ["a heading between two levels", h(1.5, "x"), level],
    ["a heading whose level is text", withAttrs(h(1, "x"), { level: "2" }), level],
    ["a list that starts between two numbers", withAttrs(ol(item(p("x"))), { start: 1.5 }), start],
    ["a list that starts with text", withAttrs(ol(item(p("x"))), { start: "1" }), start],
    ["a cell across no column", cells({ colspan: 0 }), span],
    ["a cell across 101 columns", cells({ colspan: 101 }), span],
    ["a cell across 101 rows", cells({ rowspan: 101 }), span],
    ["a cell across half a row", cells({ rowspan: 1.5 }), span],
    ["a cell whose columns are text", cells({ colspan: "2" }), span],
    [
      "201 columns",
      cells({ colspan: 100 }, { colspan: 100 }, {}),
      "A table has more than 200 columns. Remove it, and link to it instead.",
    ],
    ["a paragraph in an unknown direction", withAttrs(p("x"), { dir: "auto" }), dir],
    ["a picture in the document itself", picture({ src: "data:image/png,x" }), src],
    ["a picture without an address", picture({ src: null }), src],
    ["a picture described by a number", picture({ alt: 5 }), "The alternative text of an image is not text."],
    ["a script as a link", p(link("javascript:alert(1)", "x")), href],
    ["a relative link", p("See ", link("/page", "x")), href],
    ["an object as a level", h({} as number, "x"), "The attribute level of heading is not a plain value."],
    [
      "a list as an address",
      picture({ src: ["https://example.org/a.png"] }),
      "The attribute src of image is not a plain value.",
    ],
    ["99 quotations, one in another", nested(99), "The text is nested more than 100 levels deep."],
    ["an endless nesting", nested(50_000), "The text is nested more than 100 levels deep."],
    ["two problems: it names the first", h(0, link("/page", "x")), level],
  ])("%s", (_, block, message) => {
    expect(problemOf(text(p("One"), block, p("Two")))).toBe(message);
  });
});

test.each<[string, unknown, RegExp]>([
  ["nothing", null, /^The text cannot be read: Invalid .+\.$/],
  ["words", "Taxes rose", /^The text cannot be read: (?!\w*Error).+\.$/],
  ["an unknown block", text({ type: "video" }), /^The text cannot be read: .*video.*\.$/],
  ["a block in the wrong place", text(item(p("x"))), /^The text cannot be read: .+\.$/],
  ["an empty document", { type: "doc" }, /^The text cannot be read: .+\.$/],
  ["a part of a document", p("x"), /^This is only a part of a document\. Send the complete document\.$/],
])("%s is no article", (_, json, message) => {
  expect(problemOf(json)).toMatch(message);
});

test("a rationale can't have what only articles can", () => {
  expect(parseDocument(rationale("One", "Two"), rationaleSchema).ok).toBe(true);
  for (const block of [h(2, "Head"), quote(p("x")), table(["a"], ["b"])])
    expect(parseDocument(text(block), rationaleSchema)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("The text cannot be read") },
    });
});
