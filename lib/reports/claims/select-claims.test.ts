import { expect, test } from "vitest";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { runsOf } from "../block-runs";
import { findingOf } from "../finding-of";
import { reportSchema } from "../renderers/json/report-schema";
import { selectClaims } from "./select-claims";

const report = sampleReport();
const numbers = [7, 3, 3];
const selected = selectClaims(report, numbers);
if (!selected.ok) throw new Error("the sample has no such claims");
const { value } = selected;

test("a selection has exactly the chosen claims, in reading order, under their numbers", () => {
  expect(value.claims.map(({ number }) => number)).toEqual([3, 7]);
  expect(value.claims.map(({ id }) => id)).toEqual(
    report.claims.filter(({ number }) => numbers.includes(number)).map(({ id }) => id),
  );
  expect(value.selection).toEqual({ of: report.claims.length });
  expect(reportSchema.safeParse(value).success).toBe(true);
});

test("its evidence refers to the same sources as before", () => {
  const titles = (some: typeof report) =>
    some.claims
      .filter(({ number }) => numbers.includes(number))
      .map(({ evidence }) => evidence.map(({ source }) => some.sources[source - 1]?.title));
  expect(titles(value)).toEqual(titles(report));
  expect(value.sources.map(({ number }) => number)).toEqual(value.sources.map((_, index) => index + 1));
  expect(value.sources.length).toBeLessThan(report.sources.length);
});

test("its text is complete, with the marks of these claims only", () => {
  const textOf = ({ article }: typeof report) => [...runsOf(article.blocks)].map(({ text }) => text).join("");
  expect(textOf(value)).toBe(textOf(report));
  const marked = new Set([...runsOf(value.article.blocks)].flatMap((run) => [...run.claims, ...run.ends]));
  expect([...marked].sort()).toEqual([3, 7]);
});

test("it counts and names only what it has, and makes no finding from it", () => {
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
  const again = selectClaims(value, [3]);
  expect(again.ok && again.value.selection).toEqual({ of: report.claims.length });
});
