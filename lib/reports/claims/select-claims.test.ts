import { expect, test } from "vitest";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import {
  reportClaim,
  reportCorrection,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { runsOf } from "../block-runs";
import { findingOf } from "../finding-of";
import { reportSchema } from "../renderers/json/report-schema";
import { selectClaims } from "./select-claims";

const report = sampleReport();
const numbers = [7, 3, 3];
/** A selection of a report, made in each test: what is made only once for all of them proves nothing of a changed rule. */
function select(from = report, wanted = numbers) {
  const selected = selectClaims(from, wanted);
  if (!selected.ok) throw new Error(`the report has no claims ${selected.error}`);
  return selected.value;
}

test("a selection has exactly the chosen claims, in reading order, under their numbers", () => {
  const value = select();
  expect(value.claims.map(({ number }) => number)).toEqual([3, 7]);
  expect(value.claims.map(({ id }) => id)).toEqual(
    report.claims.filter(({ number }) => numbers.includes(number)).map(({ id }) => id),
  );
  expect(value.selection).toEqual({ of: report.claims.length });
  expect(reportSchema.safeParse(value).success).toBe(true);
});

test("its evidence refers to the same sources as before", () => {
  const value = select();
  const titles = (some: typeof report) =>
    some.claims
      .filter(({ number }) => numbers.includes(number))
      .map(({ evidence }) => evidence.map(({ source }) => some.sources[source - 1]?.title));
  expect(titles(value)).toEqual(titles(report));
  expect(value.sources.map(({ number }) => number)).toEqual(value.sources.map((_, index) => index + 1));
  expect(value.sources.length).toBeLessThan(report.sources.length);
});

test("its text is complete, with the marks of these claims only", () => {
  const value = select();
  const textOf = ({ article }: typeof report) => [...runsOf(article.blocks)].map(({ text }) => text).join("");
  expect(textOf(value)).toBe(textOf(report));
  const marked = new Set([...runsOf(value.article.blocks)].flatMap((run) => [...run.claims, ...run.ends]));
  expect([...marked].sort()).toEqual([3, 7]);
});

test("it counts and names only what it has, and makes no finding from it", () => {
  const value = select();
  expect(value.summary.total).toBe(2);
  expect(value.summary.counts.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(value.signers.flatMap(({ claims }) => claims).every((number) => numbers.includes(number))).toBe(
    true,
  );
  expect(findingOf({ ...value, finding: null })).toBe("");
  expect(findingOf({ ...value, finding: "It invents its quotes." })).toBe("It invents its quotes.");
});

test("a number that the report does not have is named", () => {
  expect(selectClaims(report, [3, 999, 1000])).toEqual({ ok: false, error: [999, 1000] });
});

test("a selection of a selection still tells how many claims there are", () => {
  const value = select();
  const again = selectClaims(value, [3]);
  expect(again.ok && again.value.selection).toEqual({ of: report.claims.length });
});

const SIGNED_AT = "2026-01-03T04:05:06.000Z";
const small = smallReport({
  article: {
    blocks: [
      {
        type: "paragraph",
        runs: [
          run("Taxes", { claims: [1, 2], starts: [1, 2], ends: [2] }),
          run(" rose", { claims: [1], ends: [1] }),
        ],
      },
    ],
  },
  summary: {
    total: 3,
    counts: [
      { ratingKey: "true", count: 1 },
      { ratingKey: "false", count: 2 },
    ],
  },
  claims: [
    reportClaim({ number: 1, ratingKey: "true", evidence: [reportEvidence({ source: 1 })] }),
    reportClaim({
      number: 2,
      evidence: [reportEvidence({ source: 3 }), reportEvidence({ source: 2 }), reportEvidence({ source: 3 })],
    }),
    reportClaim({ number: 3, evidence: [] }),
  ],
  sources: ["One", "Two", "Three"].map((title, index) => reportSource({ number: index + 1, title })),
  signers: [
    { person: 1, name: "Ada", at: SIGNED_AT, role: "approved", claims: [1, 2] },
    { person: 2, name: "Bea", at: SIGNED_AT, role: "approved", claims: [1] },
    { person: 3, name: "Cem", at: SIGNED_AT, role: "published", claims: [] },
  ],
  corrections: [
    reportCorrection({ claim: 1, note: "Of 1." }),
    reportCorrection({ claim: 2, note: "Of 2." }),
    reportCorrection({ claim: null, note: "Of the article." }),
  ],
  unfinished: { unapproved: [1, 2], missing: [9] },
});

test("what is about other claims is left out, and sources have new numbers", () => {
  const value = select(small, [2, 3]);
  expect(value.article.blocks).toEqual([
    {
      type: "paragraph",
      runs: [run("Taxes", { claims: [2], starts: [2], ends: [2] }), run(" rose")],
    },
  ]);
  expect(value.summary).toEqual({
    total: 2,
    counts: [
      { ratingKey: "true", count: 0 },
      { ratingKey: "false", count: 2 },
    ],
  });
  expect(value.claims.map(({ evidence }) => evidence.map(({ source }) => source))).toEqual([[1, 2, 1], []]);
  expect(value.sources.map(({ number, title }) => `${number} ${title}`)).toEqual(["1 Three", "2 Two"]);
  expect(value.signers).toEqual([
    { person: 1, name: "Ada", at: SIGNED_AT, role: "approved", claims: [2] },
    { person: 3, name: "Cem", at: SIGNED_AT, role: "published", claims: [] },
  ]);
  expect(value.corrections.map(({ note }) => note)).toEqual(["Of 2."]);
  expect(value.unfinished).toEqual({ unapproved: [2], missing: [] });
});

test("a finished report has no list of what is unfinished", () => {
  expect(select()).not.toHaveProperty("unfinished");
});
