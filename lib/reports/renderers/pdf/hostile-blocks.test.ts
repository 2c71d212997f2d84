import { getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import type { Report, ReportBlock, ReportRun } from "../../report";
import { renderPdf } from "./render-pdf";

// Blocks as publications stored them before documents had bounds.

const run = (text: string, format: Partial<ReportRun> = {}): ReportRun => ({
  text,
  claims: [],
  starts: [],
  ends: [],
  ...format,
});
const paragraph = (...runs: ReportRun[]): ReportBlock => ({ type: "paragraph", runs });
const list = (start: number): ReportBlock => ({
  type: "list",
  ordered: true,
  start,
  items: [[paragraph(run("entry"))]],
});
const address = `https://example.org/${"a".repeat(8000)}`;
const table: ReportBlock = {
  type: "table",
  rows: [
    Array.from({ length: 3 }, () => ({
      header: false,
      columns: 1,
      rows: 1,
      blocks: [paragraph(run("b".repeat(100)))],
    })),
  ],
};

function withBlocks(...blocks: ReportBlock[]): Report {
  const report = sampleReport();
  return { ...report, article: { ...report.article, blocks }, claims: [], sources: [], corrections: [] };
}

/** The text of each page, and the points by which it runs over the edge of its page. */
async function pagesOf(pdf: Buffer): Promise<{ text: string; overhang: number }[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const [, , width = 0] = page.view;
      const { items } = await page.getTextContent();
      const texts = items.filter((item) => "str" in item);
      const right = Math.max(0, ...texts.map((item) => (item.transform[4] as number) + item.width));
      return { text: texts.map((item) => item.str).join(""), overhang: Math.max(0, right - width) };
    }),
  );
}

describe("a PDF can be made of, and keeps on its pages", () => {
  test.each<[string, ReportBlock, string]>([
    ["a list that starts at -1", list(-1), "entry"],
    ["a list that starts at 10²⁰", list(1e20), "entry"],
    ["a list that starts at no number", list(Number.NaN), "entry"],
    ["a link of 8,000 characters", paragraph(run("the report", { href: address })), "the report"],
    ["its address as text", paragraph(run(address)), "example.org"],
    [
      "a long mailto: address, linked and as text",
      paragraph(
        run(`mailto:${"ada.".repeat(60)}@example.org`, { href: `mailto:${"a".repeat(300)}@example.org` }),
      ),
      "mailto:ada",
    ],
    [
      "a picture with such an address",
      { type: "figure", pictures: [{ src: address, alt: "A port" }], caption: [] },
      "A port",
    ],
    [
      "a caption with such a link",
      { type: "figure", pictures: [], caption: [run("the port", { href: address })] },
      "the port",
    ],
    ["a word of 100 letters", paragraph(run("w".repeat(100))), "wwww"],
    ["a bold word of 100 letters", paragraph(run("w".repeat(100), { strong: true })), "wwww"],
    ["a word of 100 letters as code", { type: "code", runs: [run("w".repeat(100))] }, "wwww"],
    ["such a heading", { type: "heading", level: 2, runs: [run("w".repeat(100))] }, "wwww"],
    ["such words in the cells of a table", table, "bbbb"],
    ["a run of 300 symbols", paragraph(run("=".repeat(300))), "===="],
  ])("%s", async (_, block, text) => {
    const pages = await pagesOf(await renderPdf(withBlocks(block)));
    const whole = pages.map((page) => page.text).join("");
    expect(whole).toContain(text);
    // Breaking words leaves all letters readable.
    expect(whole).toContain("A claim is a passage that states something about the world");
    expect(pages.filter(({ overhang }) => overhang > 0)).toEqual([]);
  });

  test("an article in which a claim has no mark", async () => {
    const report = sampleReport();
    const pdf = await renderPdf({
      ...report,
      article: { ...report.article, blocks: [paragraph(run("Nothing is marked."))] },
    });
    const text = (await pagesOf(pdf)).map((page) => page.text).join("");
    expect(text).toContain("Nothing is marked.");
    expect(text).toContain(`${report.claims[0]?.number}. ${report.claims[0]?.statement.slice(0, 20)}`);
  });

  test("such addresses, titles and statements around the article", async () => {
    const report = sampleReport();
    const long = `https://example.org/${"path".repeat(80)}`;
    const pages = await pagesOf(
      await renderPdf(
        {
          ...report,
          article: { ...report.article, title: "t".repeat(200), sourceUrl: long },
          claims: report.claims.map((claim) => ({
            ...claim,
            statement: "s".repeat(150),
            quote: "q".repeat(150),
            evidence: claim.evidence.map((evidence) => ({
              ...evidence,
              archiveUrl: long,
              excerpt: "e".repeat(150),
            })),
          })),
          sources: report.sources.map((source) => ({ ...source, title: "o".repeat(150), url: long })),
        },
        long,
      ),
    );
    expect(pages.filter(({ overhang }) => overhang > 0)).toEqual([]);
  });
});
