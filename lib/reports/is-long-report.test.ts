import { expect, test } from "vitest";
import { paragraph, reportClaim, run, smallReport } from "@/lib/testing/reports/small-report";
import { isLongReport } from "./is-long-report";
import type { ReportBlock } from "./report";

const text = (length: number) => "x".repeat(length);
const claims = (count: number) =>
  Array.from({ length: count }, (_, index) => reportClaim({ id: `claim-${index}`, rationale: [] }));
const article = (...blocks: ReportBlock[]) => smallReport({ article: { blocks } });

test.each([
  ["the default", smallReport(), false],
  ["200 claims", smallReport({ claims: claims(200) }), false],
  ["201 claims", smallReport({ claims: claims(201) }), true],
  ["100,000 characters", article(paragraph(text(100_000))), false],
  ["100,001 characters", article(paragraph(text(60_000)), paragraph(text(40_001))), true],
  [
    "a long list",
    article({ type: "list", ordered: false, start: 1, items: [[paragraph(text(100_001))]] }),
    true,
  ],
  [
    "a long table",
    article({
      type: "table",
      rows: [[{ header: false, columns: 1, rows: 1, blocks: [paragraph(text(100_001))] }]],
    }),
    true,
  ],
  ["a long quotation", article({ type: "quote", blocks: [paragraph(text(100_001))] }), true],
  ["a long caption", article({ type: "figure", pictures: [], caption: [run(text(100_001))] }), true],
  ["a line across", article({ type: "rule" }), false],
  [
    "a long rationale",
    smallReport({ claims: [reportClaim({ rationale: [paragraph(text(100_001))] })] }),
    true,
  ],
])("%s", (_, report, expected) => {
  expect(isLongReport(report)).toBe(expected);
});
