import Ajv from "ajv/dist/2020";
import { describe, expect, test } from "vitest";
import type { Report } from "@/lib/reports/report";
import { mixedReport } from "@/lib/testing/reports/mixed-report";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { renderJson, reportJsonSchema } from "./json";

const SITE = "https://desk.example";
const validate = new Ajv({ strict: false }).compile(reportJsonSchema(SITE));

describe("a report as JSON", () => {
  test.each<[string, Report]>([
    ["the sample", sampleReport()],
    ["mixed languages", mixedReport("ar")],
    [
      "with redactions",
      { ...sampleReport(), redactions: [{ number: 1, reason: "A court.", at: "2026-06-01T00:00:00.000Z" }] },
    ],
  ])("is the Report, valid by its published schema: %s", (_, report) => {
    const { $schema, ...json } = JSON.parse(renderJson(report, SITE));
    expect($schema).toBe(`${SITE}/schemas/report-2.json`);
    expect(json).toEqual(JSON.parse(JSON.stringify(report)));
    expect(validate(json) || validate.errors).toBe(true);
  });

  test.each<[string, (report: Report) => object]>([
    ["no claims", ({ claims: _, ...rest }) => rest],
    [
      "a stance that does not exist",
      (report) => ({
        ...report,
        claims: [{ ...report.claims[0], evidence: [{ ...report.claims[0]?.evidence[0], stance: "likes" }] }],
      }),
    ],
    [
      "a block of unknown kind",
      (report) => ({ ...report, article: { ...report.article, blocks: [{ type: "video" }] } }),
    ],
    ["another version", (report) => ({ ...report, schemaVersion: 3 })],
  ])("the schema refuses %s", (_, change) => {
    expect(validate(change(sampleReport()))).toBe(false);
  });
});
