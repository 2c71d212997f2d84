import { describe, expect, test } from "vitest";
import { segmentText } from "@/lib/claims/segment-text";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { rationaleSchema } from "@/lib/document/schema";
import {
  br,
  doc,
  em,
  figure,
  h,
  hr,
  item,
  link,
  ol,
  p,
  quote,
  strong,
  table,
  ul,
} from "@/lib/testing/builders";
import { paragraph, run } from "@/lib/testing/reports/small-report";
import type { ReportBlock, ReportRun } from "./report";
import { reportBlocks } from "./report-blocks";

const code: DocumentNode = { type: "codeBlock", content: [{ type: "text", text: "x = 1" }] };
const image = (attrs: Record<string, unknown>): DocumentNode => ({ type: "image", attrs });
const src = "https://example.org/a.jpg";
const inDirection = (node: DocumentNode, dir: string): DocumentNode => ({
  ...node,
  attrs: { ...node.attrs, dir },
});
const cell = (type: string, text: string, attrs: Record<string, unknown> = {}): DocumentNode => ({
  type,
  attrs,
  content: [p(text)],
});

test.each<[string, DocumentNode, ReportBlock]>([
  ["a paragraph", p("a"), paragraph("a")],
  ["an empty paragraph", p(), { type: "paragraph", runs: [] }],
  [
    "a paragraph in the other direction",
    inDirection(p("a"), "rtl"),
    { ...paragraph("a"), dir: "rtl" } as ReportBlock,
  ],
  ["a heading", h(3, "a"), { type: "heading", level: 3, runs: [run("a")] }],
  [
    "a heading in the other direction",
    inDirection(h(1, "a"), "ltr"),
    { type: "heading", level: 1, runs: [run("a")], dir: "ltr" },
  ],
  ["code", code, { type: "code", runs: [run("x = 1")] }],
  ["a quote", quote(p("a"), p("b")), { type: "quote", blocks: [paragraph("a"), paragraph("b")] }],
  [
    "a list of points",
    ul(item(p("a")), item(p("b"))),
    { type: "list", ordered: false, start: 1, items: [[paragraph("a")], [paragraph("b")]] },
  ],
  [
    "a numbered list",
    ol(item(p("a"), p("b"))),
    { type: "list", ordered: true, start: 1, items: [[paragraph("a"), paragraph("b")]] },
  ],
  [
    "a list that starts at 4",
    { ...ol(item(p("a"))), attrs: { start: 4 } },
    { type: "list", ordered: true, start: 4, items: [[paragraph("a")]] },
  ],
  [
    "a table",
    table(["a", "b"], ["c", "d"]),
    {
      type: "table",
      rows: [
        [
          { header: true, columns: 1, rows: 1, blocks: [paragraph("a")] },
          { header: true, columns: 1, rows: 1, blocks: [paragraph("b")] },
        ],
        [
          { header: false, columns: 1, rows: 1, blocks: [paragraph("c")] },
          { header: false, columns: 1, rows: 1, blocks: [paragraph("d")] },
        ],
      ],
    },
  ],
  [
    "a cell over several columns and rows",
    {
      type: "table",
      content: [{ type: "tableRow", content: [cell("tableCell", "a", { colspan: 2, rowspan: 3 })] }],
    },
    { type: "table", rows: [[{ header: false, columns: 2, rows: 3, blocks: [paragraph("a")] }]] },
  ],
  [
    "an image",
    image({ src, alt: "A port" }),
    { type: "figure", pictures: [{ src, alt: "A port" }], caption: [] },
  ],
  [
    "an image without a description",
    image({ src }),
    { type: "figure", pictures: [{ src, alt: "" }], caption: [] },
  ],
  [
    "a figure",
    figure(src, "A port", "In 2023"),
    { type: "figure", pictures: [{ src, alt: "A port" }], caption: [run("In 2023")] },
  ],
  [
    "a figure of two images without a caption",
    { type: "figure", content: [image({ src, alt: "1" }), image({ src, alt: "2" })] },
    {
      type: "figure",
      pictures: [
        { src, alt: "1" },
        { src, alt: "2" },
      ],
      caption: [],
    },
  ],
  [
    "a caption in the other direction",
    {
      type: "figure",
      content: [image({ src }), inDirection({ type: "figcaption", content: p("a").content ?? [] }, "rtl")],
    },
    { type: "figure", pictures: [{ src, alt: "" }], caption: [run("a")], dir: "rtl" },
  ],
  ["a rule", hr, { type: "rule" }],
])("%s", (_, node, block) => {
  expect(reportBlocks(doc(node))).toEqual([block]);
});

test("a block that reports don't know is misuse", () => {
  const list = rationaleSchema.nodeFromJSON(ul(item(p("a"))));
  expect(() => reportBlocks(list)).toThrow(/no block for listItem/);
});

const marked = (text: string, ...types: string[]): DocumentNode[] => [
  { type: "text", text, marks: types.map((type) => ({ type })) },
];
test.each<[string, DocumentNode[], Partial<ReportRun>]>([
  ["plain text", marked("a"), {}],
  ["bold", strong("a"), { strong: true }],
  ["italic", em("a"), { emphasis: true }],
  ["underlined", marked("a", "underline"), { underline: true }],
  ["struck out", marked("a", "strike"), { strike: true }],
  ["raised", marked("a", "superscript"), { superscript: true }],
  ["lowered", marked("a", "subscript"), { subscript: true }],
  ["code", marked("a", "code"), { code: true }],
  ["a link", link("https://example.org/", "a"), { href: "https://example.org/" }],
  ["bold and italic", strong(...em("a").map((node) => [node])), { strong: true, emphasis: true }],
])("a run that is %s", (_, nodes, format) => {
  expect(reportBlocks(doc(p(nodes)))).toEqual([{ type: "paragraph", runs: [run("a", format)] }]);
});

describe("the runs of a marked text", () => {
  /** Each run as "text[claims]", with > where a claim starts and < where one ends. */
  const draw = (blocks: ReportBlock[]) =>
    blocks.flatMap((block) =>
      "runs" in block
        ? block.runs.map(
            ({ text, claims, starts, ends }) =>
              `${starts.map((n) => `>${n}`).join("")}${text}[${claims}]${ends.map((n) => `<${n}`).join("")}`,
          )
        : [],
    );
  const spans = (text: string, quotes: string[]) =>
    quotes.map((quoted, index) => ({
      id: `${index + 1}`,
      start: text.indexOf(quoted),
      end: text.indexOf(quoted) + quoted.length,
    }));

  test.each<[string, DocumentNode[], string[], string[]]>([
    ["at the start", [p("abc")], ["a"], [">1a[1]<1", "bc[]"]],
    ["at the end", [p("abc")], ["c"], ["ab[]", ">1c[1]<1"]],
    ["two that touch", [p("abc")], ["ab", "c"], [">1ab[1]<1", ">2c[2]<2"]],
    ["two that overlap", [p("abc")], ["ab", "bc"], [">1a[1]", ">2b[2,1]<1", "c[2]<2"]],
    ["split by format", [p("a", strong("b"), "c")], ["abc"], [">1a[1]", "b[1]", "c[1]<1"]],
    ["in the second block", [p("a"), p("b")], ["b"], ["a[]", ">1b[1]<1"]],
    ["over an empty block", [p("a"), p(), p("b")], ["a\n\nb"], [">1a[1]", "b[1]<1"]],
    ["after an empty block at the start", [p(), p("ab")], ["b"], ["a[]", ">1b[1]<1"]],
    ["that ends at a break between blocks", [p("a"), p("b")], ["a\n"], [">1a[1]<1", "b[]"]],
    ["that starts at a break between blocks", [p("a"), p("b")], ["\nb"], ["a[]", ">1b[1]<1"]],
    ["that ends before a break", [p("a", br, "b")], ["a"], [">1a[1]<1", "\n[]", "b[]"]],
    ["that starts after a break", [p("a", br, "b")], ["b"], ["a[]", "\n[]", ">1b[1]<1"]],
  ])("a claim %s", (_, blocks, quotes, expected) => {
    const document = doc(...blocks);
    const { text } = canonicalText(document);
    const segments = segmentText(text.length, spans(text, quotes));
    const numberOf = new Map(quotes.map((_quoted, index) => [`${index + 1}`, index + 1]));
    expect(draw(reportBlocks(document, { segments, numberOf }))).toEqual(expected);
  });
});
