import { expect, test } from "vitest";
import { buildClaim, buildSource } from "@/lib/testing/builders";
import {
  type ClaimRequirements,
  defaultRequirements,
  missingForReview,
  type ReviewContent,
  reviewContentOf,
} from "./claim-requirements";

const source = { excerpt: "Words", primary: true, copied: true };
const content: ReviewContent = {
  claimant: "Ida",
  claimedOn: "2024-05-17",
  kind: "number",
  tags: ["trade"],
  hasRating: true,
  hasRationale: true,
  unrated: false,
  evidence: [source],
};
const everything: ClaimRequirements = {
  claimant: true,
  claimedOn: true,
  kind: true,
  tags: true,
  sources: 2,
  primarySource: true,
  excerpts: true,
  copies: true,
};

test.each<[string, Partial<ReviewContent>, Partial<ClaimRequirements>, string[]]>([
  ["nothing", {}, {}, []],
  ["a verdict", { hasRating: false, hasRationale: false }, {}, ["verdict.ratingKey", "verdict.rationaleDoc"]],
  ["a source", { evidence: [] }, {}, ["evidence"]],
  ["no source for an unscored verdict", { evidence: [], unrated: true }, everything, []],
  ["two sources", {}, { sources: 2 }, ["evidence"]],
  ["a claimant", { claimant: null }, { claimant: true }, ["claimant"]],
  ["a date", { claimedOn: "" }, { claimedOn: true }, ["claimedOn"]],
  ["a kind", { kind: "other" }, { kind: true }, ["kind"]],
  ["a tag", { tags: [] }, { tags: true }, ["tags"]],
  ["a primary source", { evidence: [{ ...source, primary: false }] }, { primarySource: true }, ["evidence"]],
  [
    "an excerpt of the second source",
    { evidence: [source, { ...source, excerpt: " " }] },
    { excerpts: true },
    ["evidence.1.excerpt"],
  ],
  ["a copy", { evidence: [{ ...source, copied: false }] }, { copies: true }, ["evidence.0.archiveUrl"]],
  [
    "everything",
    { claimant: null, tags: [], evidence: [{ excerpt: null, primary: false, copied: false }] },
    everything,
    ["claimant", "tags", "evidence", "evidence", "evidence.0.excerpt", "evidence.0.archiveUrl"],
  ],
])("a claim lacks %s", (_, change, required, fields) => {
  const missing = missingForReview({ ...content, ...change }, { ...defaultRequirements, ...required });
  expect(missing.map(({ field }) => field)).toEqual(fields);
});

test.each([
  ["stored here", { keptAt: "2026-01-01T00:00:00Z" }, null, true],
  ["in an archive, by the source", { archiveUrl: "https://archive.example/x" }, null, true],
  ["in an archive, by the claim", {}, "https://archive.example/x", true],
  ["of a confidential source", { confidential: true }, null, true],
  ["missing", {}, null, false],
])("a copy %s", (_, overrides, archiveUrl, copied) => {
  const claim = buildClaim({
    evidence: [
      {
        id: "e",
        stance: "supports",
        excerpt: null,
        note: null,
        accessedOn: null,
        archiveUrl,
        source: buildSource(overrides),
      },
    ],
  });
  expect(reviewContentOf(claim, false).evidence[0]?.copied).toBe(copied);
});
