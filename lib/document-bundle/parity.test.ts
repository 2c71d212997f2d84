import { expect, test } from "vitest";
import { findRating } from "@/lib/reports/claims/find-rating";
import { EXPORT_FORMATS, type ExportFormat } from "@/lib/reports/export-formats";
import { translateRatings } from "@/lib/reports/languages/translate-ratings";
import type { Report } from "@/lib/reports/report";
import { mixedReport } from "@/lib/testing/reports/mixed-report";
import { readExport } from "@/lib/testing/reports/read-export";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { reportCorrection } from "@/lib/testing/reports/small-report";
import { exportReport } from "./export-report";

const sample: Report = {
  ...sampleReport(),
  corrections: [reportCorrection({ claim: 3, note: "A note for readers about claim 3." })],
  redactions: [{ number: 1, reason: "A court ordered it.", at: "2026-06-01T00:00:00.000Z" }],
};
const reports: Record<string, Report> = {
  "the sample article": sample,
  "an English article with Arabic fields": mixedReport("en"),
  "an Arabic article with English fields": mixedReport("ar"),
};

/** Of each claim, its words, statement, verdict and who gave it; of each source, its title and address; each correction and redaction. */
function factsOf(report: Report): string[] {
  return [
    report.article.title,
    ...report.claims.flatMap((claim) => [
      claim.statement,
      claim.quote,
      findRating(report, claim).label,
      claim.verdictBy,
      claim.rationaleText,
      claim.claimant?.name ?? "",
      ...claim.approvedBy,
      ...claim.tags,
      ...claim.evidence.flatMap(({ excerpt, note }) => [excerpt ?? "", note ?? ""]),
    ]),
    ...report.sources.flatMap(({ title, publisher, url }) => [title ?? "", publisher ?? "", url ?? ""]),
    ...report.corrections.map(({ note }) => note),
    ...(report.redactions ?? []).map(({ reason }) => reason),
  ].flatMap((fact) => (fact === "" ? [] : fact.split("\n")));
}

/** What a format leaves out on purpose. */
const LEFT_OUT: Partial<Record<ExportFormat, (report: Report) => string[]>> = {
  // Topics are for finding claims on a page.
  pdf: ({ claims }) => claims.flatMap(({ tags }) => tags),
  // Tables are about claims: the title is in the address.
  csv: ({ article }) => [article.title],
  xlsx: ({ article }) => [article.title],
};

// These have forms of their own, which have no room for some of it: see claim-review.test.ts and annotation-collection.test.ts.
const FORMATS = EXPORT_FORMATS.filter((format) => format !== "claimreview" && format !== "annotations");

test.each(
  Object.entries(reports).flatMap(([name, report]) =>
    FORMATS.filter((format) => format !== "pdf" || report === sample).map(
      (format) => [format, name, report] as const,
    ),
  ),
)("%s has every claim, verdict, source and correction of %s", async (format, _, report) => {
  const text = await readExport(
    format,
    await exportReport(report, format, "https://desk.example/articles/taxes"),
  );
  // Lines of a PDF end inside of words.
  const squeezed = (some: string) =>
    format === "pdf" ? some.replace(/[\s\-‐]/g, "") : some.replace(/\s+/g, " ");
  const all = squeezed(text);
  const leftOut = LEFT_OUT[format]?.(report) ?? [];
  // Data has them as they were published.
  const facts = factsOf(format === "json" ? report : translateRatings(report, report.article.language));
  expect(facts.filter((fact) => !leftOut.includes(fact) && !all.includes(squeezed(fact)))).toEqual([]);
});
