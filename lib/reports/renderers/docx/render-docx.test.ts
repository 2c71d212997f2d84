import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Report, ReportBlock } from "@/lib/reports/report";
import { mixedReport } from "@/lib/testing/reports/mixed-report";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { reportClaim, reportCorrection, run, smallReport } from "@/lib/testing/reports/small-report";
import "@/lib/words/languages";
import { renderDocx } from "./render-docx";

const ADDRESS = "https://desk.example/articles/taxes";

async function partsOf(report: Report, language = "en") {
  const parts = unzipSync(await renderDocx(report, ADDRESS, language));
  return (name: string) => strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array());
}

/** The words inside the range of each comment, by the comment's id. */
function rangesOf(document: string): Map<string, string> {
  const open = new Map<string, string>();
  const ranges = new Map<string, string>();
  for (const [, start, end, text, paragraph] of document.matchAll(
    /<w:commentRangeStart w:id="(\d+)"\/>|<w:commentRangeEnd w:id="(\d+)"\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>|(<\/w:p>)/g,
  )) {
    if (start) open.set(start, "");
    else if (end) {
      ranges.set(end, open.get(end) ?? "never opened");
      open.delete(end);
    } else for (const [id, before] of open) open.set(id, `${before}${paragraph ? "\n" : text}`);
  }
  expect([...open.keys()], "ranges that are still open").toEqual([]);
  return ranges;
}

const unescaped = (xml: string) =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

test("each claim of the sample is a comment on exactly its words, by the person who gave the verdict", async () => {
  const report = sampleReport();
  const part = await partsOf(report);
  const ranges = rangesOf(
    part("document").replace(/<w:hyperlink w:history="1" w:anchor="claim-.*?<\/w:hyperlink>/gs, ""),
  );
  const comments = [...part("comments").matchAll(/<w:comment w:id="(\d+)".*?<\/w:comment>/gs)];
  expect(comments).toHaveLength(report.claims.length);
  const found = comments.map(([xml, id = ""]) => ({
    number: Number(/Claim (\d+)/.exec(xml)?.[1]),
    author: /w:author="([^"]*)"/.exec(xml)?.[1],
    words: unescaped(ranges.get(id) ?? "no range"),
  }));
  found.sort((one, other) => one.number - other.number);
  expect(found).toEqual(
    [...report.claims]
      .sort((one, other) => one.number - other.number)
      .map(({ number, verdictBy, quote }) => ({ number, author: verdictBy, words: quote })),
  );
});

describe("claims", () => {
  const marked = (text: string, claims: number[], ends: number[] = claims, starts: number[] = claims) =>
    run(text, { claims, starts, ends });
  test.each<[string, ReportBlock[], string[]]>([
    ["in code", [{ type: "code", runs: [marked("a\nb", [7])] }], ["ab"]],
    [
      "in a cell of a table",
      [
        {
          type: "table",
          rows: [
            [
              {
                header: true,
                columns: 1,
                rows: 1,
                blocks: [{ type: "paragraph", runs: [marked("cell", [7])] }],
              },
            ],
          ],
        },
      ],
      ["cell"],
    ],
    [
      "in a list inside a quotation",
      [
        {
          type: "quote",
          blocks: [
            {
              type: "list",
              ordered: true,
              start: 3,
              items: [[{ type: "paragraph", runs: [marked("item", [7])] }]],
            },
          ],
        },
      ],
      ["item"],
    ],
    ["with the same words", [{ type: "paragraph", runs: [marked("both", [7, 8])] }], ["both", "both"]],
    [
      "in a link",
      [
        {
          type: "paragraph",
          runs: [
            run("a ", { href: "https://a.example/" }),
            { ...marked("b", [7]), href: "https://a.example/" },
          ],
        },
      ],
      ["b"],
    ],
  ])("%s", async (_, blocks, expected) => {
    const claims = [reportClaim({ number: 7 }), reportClaim({ number: 8, id: "claim-8" })];
    const part = await partsOf(smallReport({ article: { blocks }, claims }));
    expect(
      [...rangesOf(part("document")).values()].map((words) => words.split("\n")[0]?.replace(/†.*/, "")),
    ).toEqual(expected);
  });
});

test("a correction is a reply to the comment of its claim", async () => {
  const blocks: ReportBlock[] = [
    { type: "paragraph", runs: [run("Taxes", { claims: [1], starts: [1], ends: [1] })] },
  ];
  const part = await partsOf(
    smallReport({ article: { blocks }, claims: [reportClaim()], corrections: [reportCorrection()] }),
  );
  expect(part("comments").match(/<w:comment /g)).toHaveLength(2);
  expect(part("comments")).toContain("The verdict was “True” and is now “False”. Counted again.");
  expect(part("commentsExtended").match(/w15:paraIdParent=/g)).toHaveLength(1);
});

test("a list that begins at 3 does, and addresses that Word refuses are text", async () => {
  const part = await partsOf(
    smallReport({
      article: {
        blocks: [
          { type: "list", ordered: true, start: 3, items: [[{ type: "paragraph", runs: [run("c")] }]] },
          { type: "paragraph", runs: [run("long", { href: `https://a.example/${"x".repeat(3000)}` })] },
        ],
      },
    }),
  );
  expect(part("numbering")).toContain('<w:start w:val="3"/>');
  expect(part("document")).toContain(">long<");
  expect(part("document")).not.toContain("xxxx");
});

test("Arabic paragraphs go from right to left", async () => {
  const part = await partsOf(mixedReport("en"));
  const paragraphs = [...part("document").matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([xml]) => ({
    text: [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(""),
    isRightToLeft: xml.includes("<w:bidi/>"),
  }));
  // Not lists of sources, which are English sentences.
  const arabic = paragraphs.filter(({ text }) => text.startsWith("تضاعفت"));
  expect(arabic.length).toBeGreaterThan(2);
  expect(arabic.filter(({ isRightToLeft }) => !isRightToLeft)).toEqual([]);
  expect(paragraphs.some(({ isRightToLeft }) => !isRightToLeft)).toBe(true);
});

test("a file in Arabic goes from right to left, but for what others wrote in English", async () => {
  const part = await partsOf(mixedReport("ar"), "ar");
  const paragraphs = [...part("document").matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([xml]) => ({
    text: [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(""),
    isRightToLeft: xml.includes("<w:bidi/>"),
  }));
  const left = paragraphs.filter(({ text, isRightToLeft }) => text !== "" && !isRightToLeft);
  expect(left.length).toBeGreaterThan(0);
  for (const { text } of left) expect(text).not.toMatch(/\p{Script=Arabic}/u);
  expect(part("document")).toContain("<w:bidiVisual/>");
  expect(part("footer1")).toContain("<w:bidi/>");
});
