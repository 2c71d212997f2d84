import { expect, test } from "vitest";
import { reportClaim, reportClaimant, smallReport } from "@/lib/testing/reports/small-report";
import type { ReportClaim } from "../report";
import { articleCardAlt, claimCardAlt } from "./card-alt";
import { articleDescription, claimDescription } from "./verdict-description";

const counted = {
  summary: {
    total: 3,
    counts: [
      { ratingKey: "false", count: 1 },
      { ratingKey: "true", count: 2 },
    ],
  },
};

test.each([
  [
    "a finding of the editor",
    "Most of it holds.",
    "3 claims checked: False (1) and True (2). Most of it holds.",
  ],
  [
    "a finding from the counts",
    null,
    "We checked 3 claims in this article. 1 does not hold up: False (1). The other 2 are rated True (2).",
  ],
])("an article with %s is described by its verdicts", (_, finding, description) => {
  expect(articleDescription(smallReport({ ...counted, finding }))).toBe(description);
});

test("a long finding ends after a word, after the verdicts", () => {
  const description = articleDescription(
    smallReport({ ...counted, finding: "It holds up well. ".repeat(40) }),
  );
  expect(description.length).toBeLessThanOrEqual(300);
  expect(description).toMatch(
    /^3 claims checked: False \(1\) and True \(2\)\. It holds.* (It|holds|up|well\.)…$/,
  );
});

test("a claim is described by its verdict and the reason", () => {
  const report = smallReport({ claims: [reportClaim({ claimant: reportClaimant("Ann Ivory") })] });
  const claim = report.claims[0] as ReportClaim;
  expect(claimDescription(report, claim)).toBe("Verdict: False. They fell.");
  expect(claimCardAlt(report, claim)).toBe(
    "Fact-check by Obelus. Verdict: False. Claim by Ann Ivory: “Taxes”",
  );
});

test("the picture of an article is described in words", () => {
  const alt = articleCardAlt(smallReport({ ...counted, finding: "Most of it holds." }));
  expect(alt).toContain(smallReport().article.title);
  expect(alt).toContain("1 does not hold up: False (1).");
});
