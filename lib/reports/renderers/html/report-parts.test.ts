import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import {
  paragraph,
  reportClaim,
  reportClaimant,
  reportCorrection,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "@/lib/testing/small-report";
import type { Report, ReportBlock, ReportClaim, ReportEvidence, ReportRun, ReportSource } from "../../report";
import { renderHtml } from "./render-html";

const flat = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();

describe("the article in the file", () => {
  /** The HTML of the article's text, without line breaks. */
  const drawn = (...blocks: ReportBlock[]) =>
    parseHTML(renderHtml(smallReport({ article: { blocks } })))
      .document.querySelector("main > div")
      ?.innerHTML.trim();
  const anchor = (href: string, text: string) =>
    `<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`;
  const src = "https://example.org/a.jpg";
  const picture = `<p class="note">Picture: A port (${anchor(src, "example.org")})</p>`;

  test.each<[string, ReportBlock, string]>([
    ["a paragraph", paragraph("a"), "<p>a</p>"],
    [
      "a paragraph in the other direction",
      { type: "paragraph", runs: [run("a")], dir: "rtl" },
      '<p dir="rtl">a</p>',
    ],
    ["a heading, below that of its section", { type: "heading", level: 1, runs: [run("a")] }, "<h3>a</h3>"],
    ["a deep heading", { type: "heading", level: 4, runs: [run("a")] }, "<h6>a</h6>"],
    [
      "the deepest heading",
      { type: "heading", level: 6, runs: [run("a")], dir: "ltr" },
      '<h6 dir="ltr">a</h6>',
    ],
    ["code", { type: "code", runs: [run("x < 1")] }, "<pre><code>x &lt; 1</code></pre>"],
    [
      "a heading in a quote",
      { type: "quote", blocks: [{ type: "heading", level: 2, runs: [run("a")] }] },
      "<blockquote><h4>a</h4>\n</blockquote>",
    ],
    [
      "a list of points",
      { type: "list", ordered: false, start: 1, items: [[paragraph("a")], [paragraph("b")]] },
      "<ul><li><p>a</p>\n</li><li><p>b</p>\n</li></ul>",
    ],
    [
      "a list that starts at 4",
      { type: "list", ordered: true, start: 4, items: [[paragraph("a")]] },
      '<ol start="4"><li><p>a</p>\n</li></ol>',
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
      '<div class="table"><table><tr><th colspan="2"><p>a</p>\n</th></tr>\n<tr><td rowspan="2"><p>b</p>\n</td></tr>\n</table></div>',
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

describe("the marks of claims in the file", () => {
  /** The marks as "[rating@lane text]", and references as "(number)". */
  const drawn = (claims: ReportClaim[], runs: ReportRun[]) => {
    const report = smallReport({ claims, article: { blocks: [{ type: "paragraph", runs }] } });
    const html = parseHTML(renderHtml(report)).document.querySelector("main > div > p")?.innerHTML ?? "";
    return html
      .replace(/<mark class="(\S+) \S+" style="--lane:(\d+)">/g, "{$1@$2 ")
      .replaceAll("</mark>", "}")
      .replace(/<sup.*?aria-label="(.*?)">.*?<\/sup>/g, "($1)");
  };
  const opinion = reportClaim({ ratingKey: "not-checkable" });
  const inner = reportClaim({ id: "claim-2", number: 2, ratingKey: "true" });

  test.each<[string, ReportClaim[], ReportRun[], string]>([
    [
      "a claim, with its number after it",
      [reportClaim()],
      [run("a "), run("b", { claims: [1], starts: [1], ends: [1] }), run(" c")],
      "a {deep-red@0 b}(Claim 1: False) c",
    ],
    [
      "a claim over two runs, with its number after the last",
      [reportClaim()],
      [run("a", { claims: [1], starts: [1] }), run("b", { claims: [1], ends: [1] })],
      "{deep-red@0 a}{deep-red@0 b}(Claim 1: False)",
    ],
    [
      "a claim inside another",
      [reportClaim({ lane: 1 }), inner],
      [run("a", { claims: [2, 1], starts: [1, 2], ends: [2] }), run("b", { claims: [1], ends: [1] })],
      "{deep-red@1 {deep-blue@0 a}}(Claim 2: True){deep-red@1 b}(Claim 1: False)",
    ],
    [
      "an opinion in brackets, from its first run to its last",
      [opinion],
      [
        run("a", { claims: [1], starts: [1] }),
        run("b", { claims: [1] }),
        run("c", { claims: [1], ends: [1] }),
      ],
      "{light-grey@0 [a}{light-grey@0 b}{light-grey@0 c]}(Claim 1: Not checkable)",
    ],
    [
      "no brackets for a claim inside an opinion",
      [opinion, inner],
      [run("a", { claims: [2, 1], starts: [1, 2], ends: [2] }), run("b", { claims: [1], ends: [1] })],
      "{light-grey@0 [{deep-blue@0 a}}(Claim 2: True){light-grey@0 b]}(Claim 1: Not checkable)",
    ],
  ])("%s", (_, claims, runs, html) => {
    expect(drawn(claims, runs)).toBe(html);
  });

  test.each<[string, ReportClaim[], Partial<ReportRun>, RegExp]>([
    ["a claim it does not list", [], { claims: [1] }, /no claim 1/],
    ["a reference to a claim it does not list", [], { ends: [1] }, /no claim 1/],
    [
      "a rating that is not on its scale",
      [reportClaim({ ratingKey: "odd" })],
      { claims: [1] },
      /no rating odd/,
    ],
  ])("a report with %s is misuse", (_, claims, overrides, message) => {
    expect(() => drawn(claims, [run("a", overrides)])).toThrow(message);
  });
});

describe("the parts of the file", () => {
  const open = (...args: Parameters<typeof renderHtml>) => parseHTML(renderHtml(...args)).document;
  const texts = (from: Document | Element | null, selector: string) =>
    [...(from?.querySelectorAll(selector) ?? [])].map((each) => flat(each.textContent));

  test.each<[string, Partial<Report>, string[]]>([
    [
      "no corrections and no sources",
      {},
      ["0 claims checked", "The article", "The claims", "How this was checked", "Signed off"],
    ],
    [
      "both",
      { corrections: [reportCorrection()], claims: [reportClaim()], sources: [reportSource()] },
      [
        "Corrections",
        "0 claims checked",
        "The article",
        "The claims",
        "Sources",
        "How this was checked",
        "Signed off",
      ],
    ],
  ])("the sections of a report with %s", (_, overrides, expected) => {
    expect(texts(open(smallReport(overrides)), "h2")).toEqual(expected);
  });

  test("the summary leaves out ratings without claims", () => {
    const counts = [
      { ratingKey: "false", count: 2 },
      { ratingKey: "altered", count: 0 },
      { ratingKey: "true", count: 1 },
    ];
    expect(texts(open(smallReport({ summary: { total: 3, counts } })), ".summary > li")).toEqual([
      "False 2",
      "True 1",
    ]);
  });

  test("the ratings and the method are explained, and the signers named", () => {
    const signers: Report["signers"] = [
      { person: 1, name: "Bea", role: "published", claims: [], at: "2026-01-03T04:05:06Z" },
    ];
    const document = open(smallReport({ signers }));
    expect(texts(document, "dl > dt")).toEqual(smallReport().scale.ratings.map(({ label }) => label));
    expect(texts(document, "main > p:not(.note):not(.kicker)")).toEqual(["We read it."]);
    expect(texts(document, "main > ul:last-of-type > li")).toEqual([
      "Published by Bea, 3 January 2026 at 04:05 UTC",
    ]);
  });

  test("what was redacted since is listed with its reason", () => {
    const redactions = [{ number: 1, reason: "privacy", at: "2026-05-17T10:00:00Z" }];
    expect(texts(open(smallReport({ redactions })), "main > ul:last-of-type > li")).toEqual([
      "Redacted on 17 May 2026: privacy",
    ]);
  });

  test("a half-filled icon has a filled stroke and a drawn one", () => {
    const counts = [{ ratingKey: "needs-context", count: 1 }];
    const paths = open(smallReport({ summary: { total: 1, counts } })).querySelectorAll(".summary path");
    expect([...paths].map((path) => [path.getAttribute("fill"), path.getAttribute("stroke-width")])).toEqual([
      [null, "1.8"],
      ["currentColor", null],
    ]);
  });

  test("the address of the article and its original page are linked if they are known", () => {
    const article = { byline: "Ida", publisher: "Gazette", sourceUrl: "https://gazette.example/taxes" };
    const known = open(smallReport({ article }), "https://desk.example/articles/taxes");
    expect(flat(known.querySelector("h1 + .note")?.innerHTML)).toMatch(
      /^By Ida<br>Gazette<br><a href="https:\/\/gazette.example\/taxes"/,
    );
    expect(texts(known, "main > .note a")).toEqual([
      "https://gazette.example/taxes",
      "https://desk.example/articles/taxes",
    ]);
    expect(texts(open(smallReport()), "main > .note")).toEqual([
      "",
      "Publication 2, 3 January 2026 at 04:05 UTC. Text version 3.",
    ]);
  });

  test("a correction links to its claim, unless the claim is gone", () => {
    const corrections = [reportCorrection({ claim: 1 }), reportCorrection({ claim: null, field: "removed" })];
    const document = open(smallReport({ claims: [reportClaim()], corrections }));
    expect(texts(document, "main > ul:first-of-type > li")).toEqual([
      "Correction, 17 May 2026. Claim 1. Counted again. The verdict was “True” and is now “False”.",
      "Correction, 17 May 2026. Counted again.",
    ]);
    expect(document.querySelector("main > ul a")?.getAttribute("href")).toBe("#claim-1");
  });

  /** What is listed under a claim, without its signature. */
  const entry = (claim: Partial<ReportClaim>, rest: Partial<Report> = {}) =>
    open(smallReport({ claims: [reportClaim(claim)], ...rest })).querySelector("#claim-1");

  test("a claim with no more than it must have", () => {
    const article = entry({});
    expect([...(article?.children ?? [])].map((each) => flat(each.textContent))).toEqual([
      "Event",
      "1. Taxes rose.",
      "Taxes",
      "False The evidence shows that the claim is wrong.",
      "They fell.",
      "Checked by Ada, 2 January 2026",
    ]);
  });

  test("a claim with an attribution, a quote of two paragraphs, and a correction of its own", () => {
    const article = entry(
      { claimant: reportClaimant("Ida"), quote: "Taxes\nrose" },
      { corrections: [reportCorrection(), reportCorrection({ claim: 2, note: "Not this one." })] },
    );
    expect(texts(article, "p.note")).toEqual(["Event", "Ida", "Checked by Ada, 2 January 2026"]);
    expect(texts(article, "blockquote > p")).toEqual(["Taxes", "rose"]);
    expect(texts(article, "ul > li")).toEqual([
      "Correction, 17 May 2026. Claim 1. Counted again. The verdict was “True” and is now “False”.",
    ]);
  });

  test("a heading in a rationale is below that of its claim", () => {
    const rationale: ReportBlock[] = [{ type: "heading", level: 1, runs: [run("Why")] }];
    expect(texts(entry({ rationale }), "h4")).toEqual(["Why"]);
  });

  const url = "https://example.org/";
  const archiveUrl = "https://archive.example/copy";
  test.each<[string, Partial<ReportEvidence>, Partial<ReportSource>, string, string[]]>([
    ["no more than it must have", {}, {}, "Supports: Budget [1]", ["#source-1"]],
    [
      "everything",
      { excerpt: "Up.", note: "Page 3.", accessedOn: "2025-12-31", archiveUrl },
      { publisher: "Treasury", url },
      "Supports: Budget, Treasury [1] Up. Page 3. Archived copy accessed 31 December 2025",
      [url, "#source-1", archiveUrl],
    ],
    [
      "a page that is gone",
      {},
      { url, gone: true },
      "Supports: Budget [1] The page is gone.",
      [url, "#source-1"],
    ],
    [
      "a page that is gone, and a copy",
      { archiveUrl },
      { url, gone: true },
      "Supports: Budget [1] The page is gone: the title links to an archived copy. Archived copy",
      [archiveUrl, "#source-1", archiveUrl],
    ],
  ])("evidence with %s", (_, evidence, source, text, links) => {
    const article = entry(
      { evidence: [reportEvidence(evidence)] },
      { sources: [reportSource(source)] },
    )?.querySelector(".evidence > li");
    const spaced = article?.innerHTML
      .replaceAll("</p>", "</p> ")
      .replaceAll("</blockquote>", "</blockquote> ");
    expect(flat(spaced?.replace(/<[^>]*>/g, ""))).toBe(text);
    expect(texts(article ?? null, "p, blockquote")).not.toContain("");
    const hrefs = [...(article?.querySelectorAll("a") ?? [])].map((each) => each.getAttribute("href"));
    expect(hrefs).toEqual(links);
  });

  test("evidence from a source that the report does not list is misuse", () => {
    expect(() => entry({ evidence: [reportEvidence()] })).toThrow(/no source 1/);
  });

  test.each<[string, Partial<ReportSource>, string]>([
    ["no address", {}, "Budget. Web page."],
    ["a page", { url }, `Budget. Web page. ${url}`],
    ["a page and a copy", { url, archiveUrl }, `Budget. Web page. ${url} Archived copy`],
    ["a page that is gone", { url, gone: true }, `Budget. Web page. The page is gone (gone: ${url})`],
    [
      "a page that is gone, and a copy",
      { url, archiveUrl, gone: true },
      `Budget. Web page. Archived copy (gone: ${url})`,
    ],
    ["no address, of a page that is gone", { gone: true }, "Budget. Web page. The page is gone"],
    [
      "a saved copy",
      { publisher: "Treasury", primary: true, keptAt: "2026-01-02T08:00:00Z" },
      "Budget, Treasury. Web page, primary source. A copy was saved on 2 January 2026.",
    ],
  ])("the list of sources: one with %s", (_, source, text) => {
    expect(texts(open(smallReport({ sources: [reportSource(source)] })), ".sources > li")).toEqual([text]);
  });
});
