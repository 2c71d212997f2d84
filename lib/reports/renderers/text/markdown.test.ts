import { assert as checkAll, constantFrom, array as listOf, property, record, string } from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import type { ReportBlock, ReportRun } from "@/lib/reports/report";
import { reportClaim, run, smallReport } from "@/lib/testing/reports/small-report";
import { renderMarkdown } from "./markdown";

const ADDRESS = "https://desk.example/articles/taxes";

const parse = (markdown: string) =>
  fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown()],
  });

/** The Markdown of an article's blocks, between its heading and the next. */
function article(blocks: ReportBlock[]): string {
  const claims = [reportClaim({ number: 7 }), reportClaim({ number: 8, id: "claim-8", position: 2 })];
  const markdown = renderMarkdown(smallReport({ article: { blocks }, claims }), ADDRESS);
  return /^## The article\n\n(.*?)\n\n## How this was checked/ms.exec(markdown)?.[1] ?? "";
}

/** The text of a tree, without references to notes. */
function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

const runs = (...of: ReportRun[]): ReportBlock => ({ type: "paragraph", runs: of });

describe("text", () => {
  test.each<[string, ReportBlock, string]>([
    [
      "formats of neighbours are one",
      runs(run("a ", { strong: true }), run("b", { strong: true, emphasis: true }), run(" c")),
      "**a _b_** c",
    ],
    [
      "a claim inside bold text",
      runs(
        run("All "),
        run("rose", { strong: true, claims: [7], starts: [7], ends: [7] }),
        run(" again", { strong: true }),
      ),
      "All **rose[^7] again**",
    ],
    [
      "nested claims, the shorter first",
      runs(run("a ", { claims: [8], starts: [8] }), run("b", { claims: [7, 8], starts: [7], ends: [7, 8] })),
      "a b[^7][^8]",
    ],
    ["a link", runs(run("page", { href: "https://a.example/x_(y)" })), "[page](https://a.example/x_\\(y\\))"],
    ["code", runs(run("a`b", { code: true })), "``a`b``"],
    [
      "code of a claim",
      { type: "code", runs: [run("x = 1", { claims: [7], starts: [7], ends: [7] })] },
      "```\nx = 1\n```\n\n[^7]",
    ],
    [
      "a list that begins at 3",
      { type: "list", ordered: true, start: 3, items: [[runs(run("c"))], [runs(run("d"))]] },
      "3. c\n4. d",
    ],
    [
      "a heading in two lines",
      { type: "heading", level: 1, runs: [run("One"), run("\n"), run("two")] },
      "### One two",
    ],
    [
      "a cell that spans two columns",
      {
        type: "table",
        rows: [
          [{ header: true, columns: 2, rows: 1, blocks: [runs(run("a|b"))] }],
          [
            { header: false, columns: 1, rows: 1, blocks: [runs(run("c")), runs(run("d"))] },
            { header: false, columns: 1, rows: 1, blocks: [] },
          ],
        ],
      },
      "| a\\|b | |\n| - | - |\n| c d | |",
    ],
    [
      "a picture is described, not fetched",
      {
        type: "figure",
        pictures: [{ src: "https://a.example/p.png", alt: "A port" }],
        caption: [run("At night")],
      },
      "[Picture: A port](https://a.example/p.png) (a.example)\n\nAt night",
    ],
  ])("%s", (_, block, expected) => {
    expect(article([block])).toBe(expected);
  });

  test("whatever it looks like, it comes back as text", () => {
    const hostile = string({
      unit: constantFrom(..."ab 1.)(*_~`#+-|<>[]!\\&;:=^/@\"'"),
      minLength: 1,
      maxLength: 30,
    });
    const parts = listOf(
      record({
        text: hostile,
        strong: constantFrom(true, undefined),
        href: constantFrom("https://a.example/", undefined),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    checkAll(
      property(parts, (some) => {
        const written = some.map(({ text, ...format }) =>
          run(text, Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined))),
        );
        const all = written.map(({ text }) => text).join("");
        // Spaces at the ends of a paragraph are nothing in Markdown.
        expect(textOf(parse(article([runs(run("x"), ...written, run("x"))]))).trim()).toBe(`x${all}x`);
      }),
      { numRuns: 300 },
    );
  });
});

test("the note of each claim is referred to in the table and at its words", () => {
  const blocks = [runs(run("Taxes", { claims: [7], starts: [7], ends: [7] }), run(" rose."))];
  const markdown = renderMarkdown(
    smallReport({ article: { blocks }, claims: [reportClaim({ number: 7 })] }),
    ADDRESS,
  );
  const found: string[] = [];
  const walk = (node: Nodes) => {
    if (node.type === "footnoteReference" || node.type === "footnoteDefinition")
      found.push(`${node.type} ${node.label}`);
    if ("children" in node) node.children.forEach(walk);
  };
  walk(parse(markdown));
  expect(found).toEqual(["footnoteReference 7", "footnoteReference 7", "footnoteDefinition 7"]);
});
