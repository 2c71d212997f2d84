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
import { buildDigest, DIGEST_FORMATS, type DigestFilter } from "./digest";
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
