import { describe, expect, test } from "vitest";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import type { ReportBlock, ReportRun } from "./report";

function runsOf(blocks: ReportBlock[]): ReportRun[] {
  return blocks.flatMap((block) => {
    if (block.type === "quote") return runsOf(block.blocks);
    if (block.type === "list") return block.items.flatMap(runsOf);
    if (block.type === "table") return block.rows.flat().flatMap((cell) => runsOf(cell.blocks));
    if (block.type === "figure") return block.caption;
    return block.type === "rule" ? [] : block.runs;
  });
}

describe("the sample article", () => {
  const sample = sampleReport();
  test("has its 21 claims, each with a rationale and sources", () => {
    expect(sample.claims).toHaveLength(21);
    for (const claim of sample.claims) {
      expect(claim.rationaleText).not.toBe("");
      expect(claim.evidence.length).toBeGreaterThan(0);
    }
    expect(sample.summary.counts.reduce((sum, each) => sum + each.count, 0)).toBe(21);
  });
  test("the dollar figure is nested in another claim", () => {
    const figure = sample.claims.find((claim) => claim.quote === "$240 billion");
    const run = runsOf(sample.article.blocks).find((each) => each.text === "$240 billion");
    expect(run?.claims).toHaveLength(2);
    expect(run?.claims[0]).toBe(figure?.number);
    expect(figure?.lane).toBe(0);
  });
  test("its marks add up to each claim's quote", () => {
    for (const claim of sample.claims) {
      const text = runsOf(sample.article.blocks)
        .filter((run) => run.claims.includes(claim.number))
        .map((run) => run.text)
        .join("");
      expect(text).toBe(claim.quote.replaceAll("\n", ""));
    }
  });
});
