import { getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { readExport } from "@/lib/testing/reports/read-export";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import {
  paragraph,
  reportClaim,
  reportClaimant,
  reportCorrection,
  reportEvidence,
  reportSource,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { findRating } from "../claims/find-rating";
import { renderPagedMarkdown } from "../renderers/paged/paged-markdown";
import { buildDigest, DIGEST_FORMATS, type Digest, type DigestFilter } from "./digest";
import { digestDocument } from "./digest-document";
import { renderDigest } from "./render-digest";

const sample = sampleReport();
const small = smallReport({
  claims: [
    reportClaim({
      number: 4,
      statement: "=1+1 rents <b>doubled</b>.",
      rationale: [paragraph("They rose by a tenth.")],
      rationaleText: "They rose by a tenth.",
      claimant: reportClaimant("Ida Brandt"),
      tags: ["Housing"],
      evidence: [reportEvidence({ excerpt: "Rents rose by 10%." })],
    }),
    reportClaim({ number: 5, position: 2, id: "claim-5", statement: "Wages fell.", ratingKey: "true" }),
  ],
  sources: [reportSource({ title: "Rent index" })],
  corrections: [reportCorrection({ claim: 4, note: "We had the wrong year." })],
});
const ALL: DigestFilter = { topic: null, claimant: null, rating: null };
const digestOf = (filter: Partial<DigestFilter> = {}) =>
  buildDigest([sample, small], {
    from: "2026-01-01",
    to: "2026-12-31",
    filter: { ...ALL, ...filter },
    madeAt: "2026-12-31T12:00:00.000Z",
    organisation: null,
  });
const render = (format: (typeof DIGEST_FORMATS)[number], filter?: Partial<DigestFilter>) =>
  renderDigest(digestOf(filter), format, { publicUrl: "https://desk.example" });

test.each<[string, Partial<DigestFilter>, number[]]>([
  ["everything", {}, [...sample.claims.map(({ number }) => number), 4, 5].sort((a, b) => a - b)],
  ["a topic, in any case", { topic: "housing" }, [4]],
  ["a claimant", { claimant: "IDA BRANDT" }, [4]],
  ["two filters", { claimant: "Ida Brandt", rating: "true" }, []],
])("a digest of %s has the claims that fit", (_, filter, expected) => {
  const { articles } = digestOf(filter);
  const numbers = articles.flatMap(({ claims }) => claims.map(({ number }) => number)).sort((a, b) => a - b);
  expect(numbers).toEqual(expected);
  expect(articles.every(({ claims }) => claims.length > 0)).toBe(true);
});

test("an article with only some of its claims says so", () => {
  const [report] = digestOf({ topic: "Housing" }).articles;
  expect(report?.selection).toEqual({ of: 2 });
});

test.each(DIGEST_FORMATS)(
  "every claim, verdict, source and correction is in the digest as %s",
  async (format) => {
    // Lines of a PDF end inside of words.
    const squeezed = (some: string) =>
      format === "pdf" ? some.replace(/[\s\-‐]/g, "") : some.replace(/\s+/g, " ").trim();
    const text = squeezed(await readExport(format, await render(format)));
    const facts = [sample, small].flatMap((report) => [
      ...(format === "csv" || format === "xlsx" ? [report.article.slug] : [report.article.title]),
      ...report.claims.flatMap((claim) => [
        claim.statement,
        findRating(report, claim).label,
        claim.rationaleText,
        claim.verdictBy,
        ...claim.evidence.flatMap(({ excerpt, note }) => [excerpt ?? "", note ?? ""]),
      ]),
      ...report.sources.flatMap(({ title }) => [title ?? ""]),
      ...report.corrections.map(({ note }) => note),
    ]);
    const lines = facts.flatMap((fact) => fact.split("\n")).filter(Boolean);
    /** A line of a PDF can go on on the next page, with the foot of the page in between. */
    const isThere = (line: string) => {
      const middle = Math.floor(line.length / 2);
      return format === "pdf"
        ? text.includes(line.slice(0, middle)) || text.includes(line.slice(middle))
        : text.includes(line);
    };
    expect(lines.filter((line) => !isThere(squeezed(line)))).toEqual([]);
  },
);

test("the PDF is tagged, and has all claims in a table before the first article", async () => {
  const document = await getDocumentProxy(new Uint8Array(await render("pdf")));
  expect(JSON.stringify(await document.getMetadata())).toContain(
    "Fact-checks, 1 January 2026 to 31 December 2026",
  );
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const { items } = await (await document.getPage(1)).getTextContent();
  const first = items.map((item) => ("str" in item ? item.str : "")).join(" ");
  for (const head of ["Article", "Claim", "Rating", "Key source"]) expect(first).toContain(head);
});

test("nothing in the page runs, and text stays text", async () => {
  const html = String(await render("html"));
  expect(html).not.toMatch(/<script|<b>| on[a-z]+=/);
  expect(html).toContain("&lt;b&gt;doubled&lt;/b&gt;");
  expect(String(await render("csv"))).toContain("'=1+1 rents");
});

test("a period in which nothing fits still has a file that says so", async () => {
  expect(await readExport("pdf", await render("pdf", { topic: "nothing" }))).toContain(
    "Nothing was published",
  );
});

const other = smallReport({
  article: { title: "Wages", slug: "wages", publisher: "The Daily", publishedOn: "2026-01-02" },
  finding: "Wages fell.",
  summary: { total: 1, counts: [{ ratingKey: "false", count: 1 }] },
  claims: [
    reportClaim({
      statement: "Wages\nfell.",
      evidence: [reportEvidence({ source: 1, archiveUrl: "https://archive.example/1" })],
    }),
  ],
  sources: [
    reportSource({
      title: "Wage table",
      publisher: "Statistics",
      url: "https://example.org/wages",
      gone: true,
    }),
  ],
  corrections: [reportCorrection({ claim: null, field: "removed", note: "A claim was removed." })],
});
const frame = {
  from: "2026-01-01",
  to: "2026-12-31",
  filter: ALL,
  madeAt: "2026-12-31T12:00:00.000Z",
  organisation: {
    name: "The Desk",
    legalName: null,
    url: null,
    logo: null,
    address: null,
    email: null,
    contactUrl: null,
    languages: [],
    funding: null,
    policies: { ethicsUrl: null, correctionsUrl: null, methodUrl: null },
    licence: null,
    sameAs: [],
  },
};

test.each<[string, Digest, string[]]>([
  [
    "everything",
    buildDigest([small, other], frame),
    [
      "# Fact-checks, 1 January 2026 to 31 December 2026",
      "2 articles, 3 claims.",
      "- False: 1",
      "## All claims",
      "| Article | Claim | Rating | Key source |",
      "| - | - | - | - |",
      "| Taxes | 4. =1+1 rents \\<b>doubled\\</b>. | False | Rent index |",
      "| Taxes | 5. Wages fell. | True | No source |",
      "| Wages | 1. Wages fell. | False | [Statistics](https://archive.example/1) |",
      "## Taxes",
      "Published 3 January 2026. <https://desk.example/articles/taxes>",
      "### Claim 4: False",
      "**=1+1 rents \\<b>doubled\\</b>.**",
      "> Taxes",
      "Ida Brandt. Event, Housing.",
      "They rose by a tenth.",
      "- **Supports**: Rent index \\[1]. “Rents rose by 10%.”",
      "**Correction, 17 May 2026.** The verdict was “True” and is now “False”. We had the wrong year.",
      "Checked by Ada, 2 January 2026.",
      "### Claim 5: True",
      "**Wages fell.**",
      "> Taxes",
      "Event.",
      "They fell.",
      "Checked by Ada, 2 January 2026.",
      "### Sources",
      "1. Rent index. Web page.",
      "## Wages",
      "The Daily, 2 January 2026",
      "Published 3 January 2026. <https://desk.example/articles/wages>",
      "Wages fell.",
      "**Correction, 17 May 2026.** A claim was removed.",
      "### Claim 1: False",
      "**Wages",
      "fell.**",
      "> Taxes",
      "Event.",
      "They fell.",
      "- **Supports**: [Wage table](https://archive.example/1), Statistics \\[1]. The page is gone: the title links to an archived copy. [Archived copy](https://archive.example/1).",
      "Checked by Ada, 2 January 2026.",
      "### Sources",
      "1. [Wage table](https://example.org/wages), Statistics. Web page. The page is gone.",
      "Made on 31 December 2026 at 12:00 UTC. Articles as they were published at that time.",
    ],
  ],
  [
    "nothing",
    buildDigest([], frame),
    [
      "# Fact-checks, 1 January 2026 to 31 December 2026",
      "0 articles, 0 claims.",
      "Nothing was published in this period that fits.",
      "Made on 31 December 2026 at 12:00 UTC. Articles as they were published at that time.",
    ],
  ],
  [
    "what fits three filters",
    buildDigest([small, other], {
      ...frame,
      filter: { topic: "housing", claimant: "Ida Brandt", rating: "false" },
    }),
    [
      "# Fact-checks, 1 January 2026 to 31 December 2026",
      "1 article, 1 claim.",
      "Only the topic “housing”.",
      "Only claims of Ida Brandt.",
      "Only the rating “False”.",
      "## All claims",
      "| Article | Claim | Rating | Key source |",
      "| - | - | - | - |",
      "| Taxes | 4. =1+1 rents \\<b>doubled\\</b>. | False | Rent index |",
      "## Taxes",
      "Published 3 January 2026. <https://desk.example/articles/taxes>",
      "Selected claims: 1 of 2.",
      "### Claim 4: False",
      "**=1+1 rents \\<b>doubled\\</b>.**",
      "> Taxes",
      "Ida Brandt. Event, Housing.",
      "They rose by a tenth.",
      "- **Supports**: Rent index \\[1]. “Rents rose by 10%.”",
      "**Correction, 17 May 2026.** The verdict was “True” and is now “False”. We had the wrong year.",
      "Checked by Ada, 2 January 2026.",
      "### Sources",
      "1. Rent index. Web page.",
      "Made on 31 December 2026 at 12:00 UTC. Articles as they were published at that time.",
    ],
  ],
])("the pages of a digest of %s", (_, digest, expected) => {
  const lines = renderPagedMarkdown(digestDocument(digest, "https://desk.example")).split("\n");
  expect(lines.filter((line) => line !== "")).toEqual(expected);
});

test("the footer, authors and chart of a digest", () => {
  expect(digestDocument(buildDigest([small, other], frame), "https://desk.example")).toMatchObject({
    footer: "The Desk. Fact-checks, 1 January 2026 to 31 December 2026",
    authors: ["The Desk"],
    chart: [{ label: "False", count: 1, hue: "#9d1326" }],
  });
  const anonymous = buildDigest([], { ...frame, organisation: null });
  expect(digestDocument(anonymous, "https://desk.example")).toMatchObject({
    footer: "Fact-checks, 1 January 2026 to 31 December 2026",
    authors: [],
    chart: [],
  });
});
