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
} from "@/lib/testing/reports/small-report";
import type { Report, ReportBlock, ReportCell, ReportSource } from "../../report";
import { reportView } from "./report-view";

/** A field of English letters, whose language nothing else tells. */
const field = (text: string) => ({ text, lang: null, region: null, dir: "ltr" });

const view = (overrides: Parameters<typeof smallReport>[0] = {}) => reportView(smallReport(overrides), null);

describe("the facts of the file", () => {
  test("its day and time are those of the publication", () => {
    expect(view().date).toEqual({ year: 2026, month: 1, day: 3, hour: 4, minute: 5, second: 6 });
  });

  test("its authors are the signers, each once", () => {
    const signers: Report["signers"] = [
      { person: 1, name: "Ada", role: "checked", claims: [1], at: "2026-01-02T08:00:00Z" },
      { person: 2, name: "Bea", role: "approved", claims: [1], at: "2026-01-02T09:00:00Z" },
      { person: 2, name: "Bea", role: "published", claims: [], at: "2026-01-03T04:05:06Z" },
    ];
    expect(view({ signers })).toMatchObject({
      authors: ["Ada", "Bea"],
      signers: [
        [["Checked by "], ["Ada"], [" (1 claim), 2 January 2026 at 08:00 UTC"]],
        [["Approved by "], ["Bea"], [" (1 claim), 2 January 2026 at 09:00 UTC"]],
        [["Published by "], ["Bea"], [", 3 January 2026 at 04:05 UTC"]],
      ],
    });
  });

  test.each([
    ["an English one", "Both claims are wrong.", { lang: null, dir: "ltr" }],
    ["an Arabic one", "كلا الادعاءين خاطئ.", { lang: "ar", dir: "rtl" }],
    ["none, without claims", null, { lang: null, dir: "ltr" }],
  ])("its finding: %s", (_, finding, own) => {
    expect(reportView(smallReport({ finding }), null).finding).toEqual({
      text: finding ?? "",
      region: null,
      ...own,
    });
  });

  test("it lists what was redacted since", () => {
    const redactions = [{ number: 1, reason: "privacy", at: "2026-05-17T10:00:00Z" }];
    expect(view({ redactions }).redactions).toEqual([["Redacted on 17 May 2026: privacy"]]);
    expect(view().redactions).toEqual([]);
  });

  test("it has the texts of the report", () => {
    const article = { byline: "Ida", sourceUrl: "https://gazette.example/taxes" };
    const report = smallReport({ article, method: { paragraphs: ["We read it."] } });
    expect(reportView(report, "https://desk.example/")).toMatchObject({
      title: { ...field("Taxes"), lang: "en" },
      kicker: "Fact-check report, 3 January 2026",
      footer: ["Fact-check report, 3 January 2026, publication 2"],
      origin: [["By Ida"]],
      sourceUrl: "https://gazette.example/taxes",
      method: [field("We read it.")],
      publication: "Publication 2, 3 January 2026 at 04:05 UTC. Text version 3.",
      address: "https://desk.example/",
    });
  });

  test.each([
    ["en", { lang: "en", region: null }],
    ["de-AT", { lang: "de", region: "AT" }],
    ["zh-Hant-TW", { lang: "zh", region: "TW" }],
    ["es-419", { lang: "es", region: null }],
    ["no language", { lang: "en", region: null }],
  ])("the language %s is set as %o", (language, expected) => {
    expect(view({ article: { language, direction: "rtl" } }).language).toEqual({ ...expected, dir: "rtl" });
  });

  test("the summary has the ratings with claims, in the order of the scale", () => {
    const counts = [
      { ratingKey: "true", count: 2 },
      { ratingKey: "altered", count: 0 },
      { ratingKey: "false", count: 1 },
    ];
    expect(view({ summary: { total: 3, counts } }).summary).toEqual({
      title: "3 claims checked",
      rows: [
        { rating: "false", count: "1" },
        { rating: "true", count: "2" },
      ],
    });
  });

  test("each rating has its label, definition, colour and icon", () => {
    const { ratings, scale } = view();
    const svg = (hue: string, strokes: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 1 14 14" stroke="${hue}" stroke-linecap="round" stroke-linejoin="round">${strokes}</svg>`;
    expect(ratings.true).toEqual({
      label: field("True"),
      definition: field("The evidence supports the claim as it is worded."),
      hue: "#013e90",
      underline: "solid",
      icon: svg("#013e90", '<path d="M3.5 8.5l3 3 6-7" stroke-width="2.6" fill="none"/>'),
    });
    expect(ratings["needs-context"]?.icon).toBe(
      svg(
        "#8c6400",
        '<path d="M13 8a5 5 0 1 1-10 0a5 5 0 0 1 10 0z" stroke-width="1.8" fill="none"/><path d="M8 3a5 5 0 0 1 0 10z" fill="#8c6400" stroke="none"/>',
      ),
    );
    expect(scale.map(({ label }) => label.text)).toEqual(
      smallReport().scale.ratings.map(({ label }) => label),
    );
  });
});

describe("a claim in the file", () => {
  const claims = [reportClaim()];

  test("with no more than it must have", () => {
    expect(view({ claims }).claims).toEqual([
      {
        number: 1,
        position: 1,
        kind: "Event",
        title: "Claim 1",
        statement: field("Taxes rose."),
        quote: { paragraphs: ["Taxes"], lang: "en", region: null, dir: "ltr" },
        lane: 0,
        attribution: [],
        rating: "false",
        rationale: { lang: null, region: null, dir: "ltr", blocks: [paragraph("They fell.")] },
        evidence: [],
        corrections: [],
        signed: ["Checked by Ada, 2 January 2026"],
        marked: false,
      },
    ]);
  });

  test("whether its mark ends in the article, also in a table, a list, a quote and a caption", () => {
    const ending = (number: number): ReportBlock => ({
      type: "paragraph",
      runs: [{ ...run("Taxes"), claims: [number], ends: [number] }],
    });
    const numbers = [1, 2, 3, 4, 5, 6];
    const found = view({
      claims: numbers.map((number) => reportClaim({ number, id: `claim-${number}` })),
      article: {
        ...smallReport().article,
        blocks: [
          ending(1),
          { type: "quote", blocks: [ending(2)] },
          { type: "list", ordered: false, start: 1, items: [[ending(3)]] },
          { type: "table", rows: [[{ header: false, columns: 1, rows: 1, blocks: [ending(4)] }]] },
          { type: "figure", pictures: [], caption: [{ ...run("Taxes"), claims: [5], ends: [5] }] },
        ],
      },
    }).claims;
    expect(found.map(({ marked }) => marked)).toEqual([true, true, true, true, true, false]);
  });

  test("with a quote of two paragraphs, an attribution, and a correction of its own", () => {
    const own = {
      title: "Correction, 17 May 2026.",
      claim: 1,
      claimTitle: "Claim 1",
      note: field("Counted again."),
      change: ["The verdict was “True” and is now “False”."],
    };
    const other = { ...own, claim: 2, claimTitle: "Claim 2", note: field("Not this one.") };
    const { claims, corrections } = view({
      claims: [reportClaim({ quote: "Taxes\nrose", claimant: reportClaimant("Ida") })],
      corrections: [reportCorrection(), reportCorrection({ claim: 2, note: "Not this one." })],
    });
    expect(corrections).toEqual([own, other]);
    expect(claims).toMatchObject([
      { quote: { paragraphs: ["Taxes", "rose"] }, attribution: ["Ida"], corrections: [own] },
    ]);
    expect(claims[0]?.corrections).toHaveLength(1);
  });

  const url = "https://example.org/";
  const archiveUrl = "https://archive.example/copy";
  test.each<[string, Partial<ReportSource>, string | null, string | null, string | null]>([
    ["that is there", { url }, archiveUrl, url, null],
    ["that is gone", { url, gone: true }, null, url, "The page is gone."],
    [
      "that is gone, with a copy",
      { url, gone: true },
      archiveUrl,
      archiveUrl,
      "The page is gone: the title links to an archived copy.",
    ],
  ])("evidence from a page %s", (_, source, copy, href, gone) => {
    const evidence = reportEvidence({
      excerpt: "Up.",
      note: "Page 3.",
      accessedOn: "2025-12-31",
      archiveUrl: copy,
    });
    const sources = [reportSource({ ...source, publisher: "Treasury" })];
    expect(view({ claims: [reportClaim({ evidence: [evidence] })], sources }).claims[0]?.evidence).toEqual([
      {
        source: 1,
        stance: "Supports",
        title: field("Budget"),
        origin: [", Treasury"],
        url: href,
        gone,
        excerpt: field("“Up.”"),
        note: field("Page 3."),
        archiveUrl: copy,
        accessed: "accessed 31 December 2025",
      },
    ]);
  });

  test("evidence from a source that the report does not list is misuse", () => {
    const evidence = [reportEvidence({ source: 2 })];
    const sources = [reportSource()];
    expect(() => view({ claims: [reportClaim({ evidence })], sources })).toThrow(/no source 2/);
  });
});

test.each<[string, Partial<ReportSource>, object]>([
  ["of an older report", {}, { url: null, archiveUrl: null, gone: false, kept: "" }],
  [
    "with a copy, of a page that is gone",
    {
      url: "https://example.org/",
      archiveUrl: "https://archive.example/copy",
      gone: true,
      keptAt: "2026-01-02T08:00:00Z",
    },
    {
      url: "https://example.org/",
      archiveUrl: "https://archive.example/copy",
      gone: true,
      kept: "A copy was saved on 2 January 2026.",
    },
  ],
])("a source %s", (_, source, expected) => {
  expect(view({ sources: [reportSource(source)] }).sources).toEqual([
    { number: 1, title: field("Budget"), origin: [], citation: [], kind: "Web page", ...expected },
  ]);
});

const quote = (...blocks: ReportBlock[]): ReportBlock => ({ type: "quote", blocks });
const list = (...items: ReportBlock[][]): ReportBlock => ({ type: "list", ordered: false, start: 1, items });
const cell = (...blocks: ReportBlock[]): ReportCell => ({ header: false, columns: 1, rows: 1, blocks });
const blocksOf = (...blocks: ReportBlock[]) => view({ article: { blocks } }).blocks;

describe("the headings of the article", () => {
  const heading = (level: 1 | 2 | 3 | 4 | 5 | 6): ReportBlock => ({ type: "heading", level, runs: [] });
  /** The levels of headings, in the order of the text. */
  const levels = (blocks: unknown): number[] =>
    [...JSON.stringify(blocks).matchAll(/"level":(\d)/g)].map(([, level]) => Number(level));

  test.each<[string, ReportBlock[], number[]]>([
    ["are below that of their section", [heading(1), heading(2)], [3, 4]],
    ["skip no level", [heading(1), heading(3), heading(2), heading(3)], [3, 4, 4, 5]],
    ["of one level stay on it", [heading(2), heading(2)], [3, 3]],
    ["go back to the first level", [heading(4), heading(6), heading(1), heading(2)], [3, 4, 3, 4]],
    ["are at most at the sixth", [1, 2, 3, 4, 5, 6].map((n) => heading(n as 1)), [3, 4, 5, 6, 6, 6]],
    [
      "count inside quotes, lists and tables too",
      [
        heading(1),
        quote(heading(3)),
        list([heading(5)], [heading(5)]),
        { type: "table", rows: [[cell(heading(2))], [cell(heading(3))]] },
      ],
      [3, 4, 5, 5, 4, 5],
    ],
  ])("%s", (_, blocks, expected) => {
    expect(levels(blocksOf(...blocks))).toEqual(expected);
  });
});

describe("the blocks of the article", () => {
  test("a picture is described and linked", () => {
    const src = "https://example.org/a.jpg";
    expect(
      blocksOf({ type: "figure", pictures: [{ src, alt: "A port" }], caption: [run("In 2023")] }),
    ).toEqual([
      {
        type: "figure",
        pictures: [
          {
            description: { pieces: ["Picture: A port"], lang: "en", region: null, dir: "ltr" },
            host: "example.org",
            src,
          },
        ],
        caption: [run("In 2023")],
      },
    ]);
  });

  test("the cells of a table are placed", () => {
    const rows = [[{ ...cell(paragraph("a")), header: true, columns: 2 }], [cell(paragraph("b"))]];
    expect(blocksOf({ type: "table", rows })).toEqual([
      {
        type: "table",
        columns: 2,
        cells: [
          { header: true, blocks: [paragraph("a")], x: 0, y: 0, colspan: 2, rowspan: 1 },
          { header: false, blocks: [paragraph("b")], x: 0, y: 1, colspan: 1, rowspan: 1 },
        ],
      },
    ]);
  });

  test("paragraphs and rules stay as they are", () => {
    expect(blocksOf(paragraph("a"), { type: "rule" })).toEqual([paragraph("a"), { type: "rule" }]);
  });

  /** A block inside others, and how deep the innermost one is in the file. */
  const nested = (times: number, around: (block: ReportBlock) => ReportBlock) => {
    let block = paragraph("innermost");
    for (let count = 0; count < times; count++) block = around(block);
    return block;
  };
  const depthOf = (blocks: unknown, type: string) =>
    JSON.stringify(blocks).split(`{"type":"${type}"`).length - 1;
  test.each<[string, "quote" | "list", number, number]>([
    ["10 quotes stay", "quote", 10, 10],
    ["of 11 quotes, 10 stay", "quote", 11, 10],
    ["10 lists stay", "list", 10, 10],
    ["of 13 lists, 10 stay", "list", 13, 10],
  ])("%s", (_, type, times, stay) => {
    const blocks = blocksOf(nested(times, (block) => (type === "quote" ? quote(block) : list([block]))));
    expect(depthOf(blocks, type)).toBe(stay);
    expect(JSON.stringify(blocks)).toContain("innermost");
  });

  test("a table counts as a level too", () => {
    const table = (block: ReportBlock): ReportBlock => ({ type: "table", rows: [[cell(block)]] });
    expect(depthOf(blocksOf(nested(9, quote), table(nested(10, quote))), "quote")).toBe(9 + 9);
  });

  test("every item of a list that is nested too deep stays", () => {
    const items = list([paragraph("first")], [paragraph("second"), paragraph("third")]);
    let block = items;
    for (let count = 0; count < 10; count++) block = quote(block);
    const text = JSON.stringify(blocksOf(block));
    for (const words of ["first", "second", "third"]) expect(text).toContain(`"text":"${words}"`);
    expect(text).not.toContain('"list"');
  });
});

test.each([
  ["a bell and a null", "a\u0007b\u0000", "ab"],
  ["a tab becomes a space", "a\tb", "a b"],
  ["a line break stays", "a\nb", "a\nb"],
  ["the joiners of scripts and emoji stay", "a\u200cb\u200dc", "a\u200cb\u200dc"],
  ["a zero-width space", "a\u200bb", "ab"],
  ["a separator of lines", "a\u2028b", "ab"],
])("control characters, for which there are no glyphs, are left out: %s", (_, text, shown) => {
  expect(view({ article: { title: text, blocks: [paragraph(text)] } })).toMatchObject({
    title: { text: shown },
    blocks: [paragraph(shown)],
  });
});
