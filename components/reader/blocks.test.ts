import { parseHTML } from "linkedom";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ReportBlock, ReportClaim, ReportRun } from "@/lib/reports/report";
import { paragraph, reportClaim, run, smallReport } from "@/lib/testing/reports/small-report";
import { MarkedText } from "./marked-text";

const textOf = (report: ReturnType<typeof smallReport>) =>
  parseHTML(
    `<html><body>${renderToStaticMarkup(createElement(MarkedText, { report }))}</body></html>`,
  ).document.querySelector("[data-marked-text]");

describe("the text of an article", () => {
  /** The HTML of the article's text. */
  const drawn = (...blocks: ReportBlock[]) => textOf(smallReport({ article: { blocks } }))?.innerHTML;
  const anchor = (href: string, text: string) =>
    `<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`;
  const src = "https://example.org/a.jpg";
  const picture = `<p class="picture">Picture: A port ${anchor(src, "example.org")}</p>`;

  test.each<[string, ReportBlock, string]>([
    ["a paragraph", paragraph("a"), "<p>a</p>"],
    [
      "a paragraph in the other direction",
      { type: "paragraph", runs: [run("a")], dir: "rtl" },
      '<p dir="rtl">a</p>',
    ],
    ["a heading, below that of the page", { type: "heading", level: 1, runs: [run("a")] }, "<h2>a</h2>"],
    ["a deep heading", { type: "heading", level: 4, runs: [run("a")] }, "<h5>a</h5>"],
    [
      "the deepest heading",
      { type: "heading", level: 6, runs: [run("a")], dir: "rtl" },
      '<h6 dir="rtl">a</h6>',
    ],
    ["code", { type: "code", runs: [run("x < 1")] }, "<pre>x &lt; 1</pre>"],
    [
      "a heading in a quote",
      { type: "quote", blocks: [{ type: "heading", level: 2, runs: [run("a")] }] },
      "<blockquote><h3>a</h3></blockquote>",
    ],
    [
      "a list of points",
      { type: "list", ordered: false, start: 1, items: [[paragraph("a")], [paragraph("b")]] },
      "<ul><li><p>a</p></li><li><p>b</p></li></ul>",
    ],
    [
      "a list that starts at 4",
      { type: "list", ordered: true, start: 4, items: [[paragraph("a")]] },
      '<ol start="4"><li><p>a</p></li></ol>',
    ],
    [
      "a table",
      {
        type: "table",
        rows: [
          [{ header: true, columns: 2, rows: 1, blocks: [paragraph("a")] }],
          [{ header: false, columns: 1, rows: 2, blocks: [paragraph("b")] }],
        ],
      },
      '<section class="table" aria-label="Table" tabindex="0"><table><tbody><tr><th colSpan="2" rowSpan="1"><p>a</p></th></tr><tr><td colSpan="1" rowSpan="2"><p>b</p></td></tr></tbody></table></section>',
    ],
    [
      "a figure",
      { type: "figure", pictures: [{ src, alt: "A port" }], caption: [run("In 2023")] },
      `<figure>${picture}<figcaption>In 2023</figcaption></figure>`,
    ],
    [
      "a figure with a caption in the other direction",
      { type: "figure", pictures: [], caption: [run("a")], dir: "rtl" },
      '<figure><figcaption dir="rtl">a</figcaption></figure>',
    ],
    [
      "a figure without a caption",
      { type: "figure", pictures: [{ src, alt: "A port" }], caption: [] },
      `<figure>${picture}</figure>`,
    ],
    ["a rule", { type: "rule" }, "<hr>"],
  ])("%s", (_, block, html) => {
    expect(drawn(block)).toBe(html);
  });

  test.each<[string, ReportRun, string]>([
    ["plain", run("a"), "a"],
    ["bold", run("a", { strong: true }), "<strong>a</strong>"],
    ["italic", run("a", { emphasis: true }), "<em>a</em>"],
    ["underlined", run("a", { underline: true }), "<u>a</u>"],
    ["struck out", run("a", { strike: true }), "<s>a</s>"],
    ["raised", run("a", { superscript: true }), "<sup>a</sup>"],
    ["lowered", run("a", { subscript: true }), "<sub>a</sub>"],
    ["code", run("a", { code: true }), "<code>a</code>"],
    ["linked", run("a", { href: "https://example.org/" }), anchor("https://example.org/", "a")],
    [
      "all of it",
      run("a", { strong: true, emphasis: true, href: "https://example.org/" }),
      anchor("https://example.org/", "<strong><em>a</em></strong>"),
    ],
    ["a line break", run("\n"), "<br>"],
  ])("a run that is %s", (_, each, html) => {
    expect(drawn({ type: "paragraph", runs: [each] })).toBe(`<p>${html}</p>`);
  });
});

test.each<[string, ReportClaim[], Partial<ReportRun>, RegExp]>([
  ["a claim it does not list", [], { claims: [1] }, /no claim 1/],
  ["a reference to a claim it does not list", [], { ends: [1] }, /no claim 1/],
  ["a rating that is not on its scale", [reportClaim({ ratingKey: "odd" })], { claims: [1] }, /no claim 1/],
])("a report with %s is misuse", (_, claims, overrides, message) => {
  const blocks: ReportBlock[] = [{ type: "paragraph", runs: [run("a", overrides)] }];
  expect(() => textOf(smallReport({ claims, article: { blocks } }))).toThrow(message);
});
