import { describe, expect, test } from "vitest";
import {
  reportClaim,
  reportClaimant,
  reportCorrection,
  reportEvidence,
  reportSource,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { type Cell, REPORT_TABLES, type ReportTable, reportTables, tablesOfArticles } from "./report-tables";

const ADDRESS = "https://desk.example/articles/taxes";
const claim = reportClaim({
  number: 7,
  position: 2,
  quote: "Taxes",
  prefix: "So ",
  start: 3,
  end: 8,
  claimant: reportClaimant("Ida Brandt", { role: "mayor" }),
  carriedBy: "The Daily",
  claimedOn: "2024-05-17",
  tags: ["tax", "budget"],
  approvedBy: ["Bea", "Cem"],
  evidence: [
    reportEvidence({
      source: 2,
      stance: "refutes",
      excerpt: "They fell.",
      note: "Page 3.",
      accessedOn: "2026-01-01",
      archiveUrl: "https://archive.example/2",
    }),
  ],
});
const report = smallReport({
  claims: [claim],
  sources: [
    reportSource({ title: null, confidential: true }),
    reportSource({
      number: 2,
      title: "Budget",
      publisher: "Ministry",
      publishedOn: "2025-12-01",
      url: "https://example.org/budget",
      kind: "report",
      primary: true,
      gone: true,
      archiveUrl: "https://archive.example/budget",
      keptAt: "2026-01-02T00:00:00.000Z",
      authors: ["Doe, Jane", "Roe, Ann"],
    }),
  ],
  corrections: [reportCorrection({ claim: 7 })],
  redactions: [{ number: 1, reason: "A private address.", at: "2026-06-01T00:00:00.000Z" }],
});

/** The rows of a table as objects, without empty cells. */
const rowsOf = ({ columns, rows }: ReportTable): Record<string, Cell>[] =>
  rows.map((row) =>
    Object.fromEntries(
      columns.flatMap((column, index) => (row[index] === null ? [] : [[column, row[index] ?? null]])),
    ),
  );

describe("the tables of a report have a row for", () => {
  const tables = reportTables(report, ADDRESS);
  test.each<[keyof typeof tables, Record<string, Cell>[]]>([
    [
      "claims",
      [
        {
          claim: 7,
          position: 2,
          address: `${ADDRESS}/claims/7`,
          quote: "Taxes",
          statement: "Taxes rose.",
          claimant: "Ida Brandt",
          claimantRole: "mayor",
          carriedBy: "The Daily",
          claimedOn: "2024-05-17",
          kind: "event",
          tags: "tax; budget",
          ratingKey: "false",
          rating: "False",
          rationale: "They fell.",
          checkedBy: "Ada",
          checkedAt: "2026-01-02T08:00:00.000Z",
          approvedBy: "Bea; Cem",
          firstPublishedAt: "2026-01-03T04:05:06.000Z",
          prefix: "So ",
          suffix: " rose.",
          start: 3,
          end: 8,
        },
      ],
    ],
    [
      "evidence",
      [
        {
          claim: 7,
          source: 2,
          sourceTitle: "Budget",
          sourceUrl: "https://example.org/budget",
          stance: "refutes",
          excerpt: "They fell.",
          note: "Page 3.",
          accessedOn: "2026-01-01",
          archiveUrl: "https://archive.example/2",
        },
      ],
    ],
    [
      "sources",
      [
        {
          source: 1,
          sourceTitle: "Confidential source",
          sourceKind: "web_page",
          primary: false,
          confidential: true,
          gone: false,
        },
        {
          source: 2,
          sourceTitle: "Budget",
          publisher: "Ministry",
          publishedOn: "2025-12-01",
          sourceUrl: "https://example.org/budget",
          sourceKind: "report",
          primary: true,
          confidential: false,
          gone: true,
          authors: "Doe, Jane; Roe, Ann",
          citation: "By Doe, Jane; Roe, Ann.",
          sourceArchiveUrl: "https://archive.example/budget",
          copySavedAt: "2026-01-02T00:00:00.000Z",
        },
      ],
    ],
    [
      "corrections",
      [
        {
          claim: 7,
          correction: "correction",
          field: "verdict",
          from: "True",
          to: "False",
          note: "Counted again.",
          correctedAt: "2026-05-17T10:00:00Z",
        },
      ],
    ],
    ["redactions", [{ redaction: 1, reason: "A private address.", redactedAt: "2026-06-01T00:00:00.000Z" }]],
  ])("each of its %s", (name, rows) => {
    expect(rowsOf(tables[name])).toEqual(rows);
  });
});

test.each<[string, "draft" | undefined, string, boolean, boolean]>([
  ["a report", undefined, "2026-01-03T04:05:06.000Z", true, true],
  ["a draft of a claim that was never published", "draft", "2026-01-03T04:05:06.000Z", false, false],
  ["a draft of a published claim", "draft", "2025-01-01T00:00:00.000Z", false, true],
])(
  "the address and first publication of a claim in %s",
  (_, status, firstPublishedAt, address, published) => {
    const claims = [{ ...claim, firstPublishedAt }];
    const [row] = rowsOf(
      reportTables(smallReport({ ...report, claims, ...(status && { status }) }), ADDRESS).claims,
    );
    expect([row?.address !== undefined, row?.firstPublishedAt !== undefined]).toEqual([address, published]);
  },
);

test("a report without redactions, and a use of a source that is not there", () => {
  expect(reportTables(smallReport(), ADDRESS).redactions.rows).toEqual([]);
  expect(() => reportTables(smallReport({ claims: [claim] }), ADDRESS)).toThrow("the report has no source 2");
});

test("tables of many articles name the article of each row", () => {
  const other = smallReport({ article: { slug: "rents" }, claims: [reportClaim({ number: 3 })] });
  const tables = tablesOfArticles([report, other], "https://desk.example");
  expect(rowsOf(tables.claims).map(({ article, address }) => [article, address])).toEqual([
    ["taxes", "https://desk.example/articles/taxes/claims/7"],
    ["rents", "https://desk.example/articles/rents/claims/3"],
  ]);
  expect(REPORT_TABLES.map((name) => tables[name].rows.map(([article]) => article))).toEqual([
    ["taxes", "rents"],
    ["taxes"],
    ["taxes", "taxes"],
    ["taxes"],
    ["taxes"],
  ]);
});
