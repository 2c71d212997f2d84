import { getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { readExport } from "@/lib/testing/reports/read-export";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import {
  reportClaim,
  reportClaimant,
  reportEvidence,
  reportSource,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { PACK_FORMATS, type PackCorrection } from "./evidence-pack";
import { type PackFrame, packCollector } from "./pack-collector";
import { renderEvidencePack } from "./render-evidence-pack";

const ida = reportClaimant("Ida Brandt");
const bo = reportClaimant("Bo Li");
const small = smallReport({
  claims: [
    reportClaim({
      number: 1,
      statement: "=1+1 rents doubled.",
      claimant: ida,
      evidence: [reportEvidence({ source: 1 }), reportEvidence({ source: 1 }), reportEvidence({ source: 2 })],
    }),
    reportClaim({
      number: 2,
      statement: "Wages fell.",
      ratingKey: "true",
      claimant: bo,
      evidence: [reportEvidence({ source: 2, archiveUrl: "https://archive.example/2" })],
    }),
    reportClaim({ number: 3, statement: "Taxes rose.", claimant: ida }),
    reportClaim({ number: 4, statement: "Nobody came.", claimant: null }),
  ],
  sources: [
    reportSource({ number: 1, title: "Rent index", primary: true, keptAt: "2026-01-01T00:00:00.000Z" }),
    reportSource({ number: 2, title: "Wage table" }),
    reportSource({ number: 3, title: "Never used", primary: true }),
  ],
});
const correction: PackCorrection = {
  title: "Rents",
  address: "https://desk.example/articles/rents",
  claim: 1,
  kind: "correction",
  note: "We had the wrong year.",
  madeAt: "2026-03-04T00:00:00.000Z",
  changes: [{ field: "verdict", from: "True", to: "False" }],
};
const frame: PackFrame = {
  from: "2026-01-01",
  to: "2026-12-31",
  madeAt: "2026-12-31T12:00:00.000Z",
  organisation: null,
  corrections: [correction],
  unpublished: [{ title: "Gone", reason: "Wrong article.", at: "2026-05-05T00:00:00.000Z" }],
  complaints: { received: 5, answered: 4, ledToCorrection: 1 },
};
function packOf(...reports: (typeof small)[]) {
  const pack = packCollector("https://desk.example");
  for (const report of reports) pack.add(report);
  return pack.finish(frame);
}

test("sources of a check and of a claim are counted once each", () => {
  const [check] = packOf(small).checks;
  expect(check?.sources).toEqual({ total: 2, primary: 1, archived: 2, confidential: 0 });
  expect(check?.claims.map(({ sources }) => sources)).toEqual([
    { total: 2, primary: 1, archived: 1, confidential: 0 },
    { total: 1, primary: 0, archived: 1, confidential: 0 },
    { total: 0, primary: 0, archived: 0, confidential: 0 },
    { total: 0, primary: 0, archived: 0, confidential: 0 },
  ]);
});

test("claims are counted by rating, and by claimant, the most frequent first", () => {
  const { ratings, claimants } = packOf(small);
  expect(ratings.map(({ label, count }) => [label, count])).toEqual([
    ["False", 3],
    ["True", 1],
  ]);
  expect(claimants).toEqual([
    { name: "Ida Brandt", kind: "person", count: 2, ratings: [{ label: "False", count: 2 }] },
    { name: "Bo Li", kind: "person", count: 1, ratings: [{ label: "True", count: 1 }] },
  ]);
});

test("two claimants of one name are two, and the scale of two reports is there once", () => {
  const twin = reportClaimant("Ida Brandt", { id: "another" });
  const other = smallReport({ claims: [reportClaim({ claimant: twin })] });
  const { claimants, policies, checks } = packOf(small, other);
  expect(claimants.map(({ name, count }) => [name, count])).toEqual([
    ["Ida Brandt", 2],
    ["Bo Li", 1],
    ["Ida Brandt", 1],
  ]);
  expect([policies.scales.length, checks.length]).toEqual([1, 2]);
});

test("the oldest check is first, and claimants with as many claims are in the order of their names", () => {
  const published = (firstPublishedAt: string, title: string, ...names: string[]) =>
    smallReport({
      article: { title },
      publication: { ...small.publication, firstPublishedAt },
      claims: names.map((name) => reportClaim({ claimant: reportClaimant(name) })),
    });
  const { checks, claimants } = packOf(
    published("2026-03-01T00:00:00.000Z", "March", "Cleo", "Ben"),
    published("2026-01-01T00:00:00.000Z", "January", "Anna", "Cleo"),
    published("2026-02-01T00:00:00.000Z", "February"),
  );
  expect(checks.map(({ title }) => title)).toEqual(["January", "February", "March"]);
  expect(claimants.map(({ name, count }) => `${name} ${count}`)).toEqual(["Cleo 2", "Anna 1", "Ben 1"]);
});

test.each<[string, Partial<Parameters<typeof reportSource>[0]>, string | null, number]>([
  ["with nothing saved", {}, null, 0],
  ["with a copy that the newsroom saved", { keptAt: "2026-01-01T00:00:00.000Z" }, null, 1],
  ["in an archive", { archiveUrl: "https://archive.example/1" }, null, 1],
  ["in an archive for one claim", {}, "https://archive.example/2", 1],
])("a source %s", (_, source, archiveUrl, archived) => {
  const report = smallReport({
    claims: [reportClaim({ evidence: [reportEvidence({ archiveUrl }), reportEvidence()] })],
    sources: [reportSource({ ...source, confidential: true }), reportSource({ number: 2 })],
  });
  expect(packOf(report).checks[0]?.sources).toEqual({ total: 1, primary: 0, archived, confidential: 1 });
});

test.each(PACK_FORMATS)("every check, claim, correction and policy is in the pack as %s", async (format) => {
  const pack = packOf(sampleReport(), small);
  const squeezed = (some: string) => some.replace(/[\s\-‐]/g, "");
  const text = squeezed(await readExport(format, Buffer.from(await renderEvidencePack(pack, format, "a4"))));
  const facts = [
    ...pack.checks.flatMap(({ title, address, claims }) => [
      title,
      address,
      ...claims.flatMap(({ statement, claimant, rating }) => [statement, claimant ?? "", rating]),
    ]),
    "We had the wrong year.",
    "Wrong article.",
    "https://desk.example/corrections",
    ...pack.policies.scales.flatMap(({ ratings }) => ratings.map(({ definition }) => definition)),
  ];
  /** A line of a PDF can go on on the next page, or in the next line of a cell. */
  const isThere = (fact: string) => {
    const start = squeezed(fact);
    return text.includes(format === "pdf" ? start.slice(0, 12) : start);
  };
  expect(facts.filter((fact) => !isThere(fact))).toEqual([]);
});

test("the PDF is tagged and says how many complaints there were", async () => {
  const bytes = await renderEvidencePack(packOf(small), "pdf", "letter");
  const document = await getDocumentProxy(new Uint8Array(bytes));
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  expect(await readExport("pdf", Buffer.from(bytes))).toContain("5 complaints were received");
});

test("no cell of the CSV runs as a formula, and shares are parts of all claims", async () => {
  const csv = String(await renderEvidencePack(packOf(small), "csv", "a4"));
  expect(csv).toContain("'=1+1 rents doubled.");
  expect(csv).toMatch(/^rating,.*,false,False,,3,0\.75,/m);
});

test("a period without checks still has a file that says so", async () => {
  const bytes = Buffer.from(await renderEvidencePack(packOf(), "pdf", "a4"));
  expect(await readExport("pdf", bytes)).toContain("No checks were first published in this period.");
});

const PRIVATE = "private-canary";

test("what readers can't see does not reach the pack", async () => {
  const report = smallReport({
    claims: [reportClaim({ evidence: [reportEvidence({ note: PRIVATE, excerpt: PRIVATE })] })],
    sources: [reportSource({ title: PRIVATE, confidential: true, url: `https://${PRIVATE}.example` })],
  });
  for (const format of PACK_FORMATS) {
    const bytes = Buffer.from(await renderEvidencePack(packOf(report), format, "a4"));
    expect(await readExport(format, bytes)).not.toContain(PRIVATE);
  }
});
