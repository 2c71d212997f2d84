import { expect, test } from "vitest";
import { buildClaim, buildClaimedBy, buildOutcome, buildSource } from "@/lib/testing/builders";
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
  ["an excerpt", { evidence: [{ ...source, excerpt: null }] }, { excerpts: true }, ["evidence.0.excerpt"]],
  [
    "a second source that is primary",
    { evidence: [{ ...source, primary: false }, source] },
    { primarySource: true },
    [],
  ],
  [
    "a copy that nobody requires",
    { evidence: [{ ...source, copied: false, excerpt: null, primary: false }] },
    {},
    [],
  ],
  ["details that nobody requires", { claimant: null, claimedOn: null, kind: "other", tags: [] }, {}, []],
  ["nothing that everything requires", { evidence: [source, source] }, everything, []],
  ["a rating", { hasRating: false }, {}, ["verdict.ratingKey"]],
  ["reasons", { hasRationale: false }, {}, ["verdict.rationaleDoc"]],
  [
    "an excerpt for an unscored verdict",
    { unrated: true, evidence: [{ ...source, excerpt: "" }] },
    everything,
    ["evidence.0.excerpt"],
  ],
  ["no source where none is required", { evidence: [] }, { sources: 0 }, []],
  ["an outcome, of a claim in a manuscript", { outcome: null }, {}, ["outcome.kind"]],
  ["a decision on the suggested wording", { outcome: "change" }, {}, ["outcome.kind"]],
  ["another outcome than the open query", { outcome: "query" }, {}, ["outcome.kind"]],
  ["no verdict in a manuscript", { outcome: "stands", hasRating: false, hasRationale: false }, {}, []],
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
  expect(reviewContentOf(claim, false).evidence).toEqual([{ excerpt: null, primary: false, copied }]);
});

test.each([
  [1, 0, "Add at least one source."],
  [2, 0, "Add at least 2 sources: there are 0 so far."],
  [2, 1, "Add at least 2 sources: there is 1 so far."],
  [3, 2, "Add at least 3 sources: there are 2 so far."],
])("of %i sources, %i are there", (sources, there, message) => {
  const evidence = Array.from({ length: there }, () => source);
  expect(missingForReview({ ...content, evidence }, { ...defaultRequirements, sources })).toEqual([
    { field: "evidence", message },
  ]);
});

test("sources are counted from 1", () => {
  const evidence = [source, { excerpt: null, primary: true, copied: false }];
  const missing = missingForReview({ ...content, evidence }, everything);
  expect(missing.map(({ message }) => message)).toEqual([
    "Add an excerpt from source 2.",
    "Save a copy of source 2, or enter its address in an archive.",
  ]);
});

test.each<[string, Parameters<typeof buildClaim>[0], Partial<ReviewContent>]>([
  ["with everything", {}, { hasRating: true, hasRationale: true }],
  ["without a verdict", { verdict: null }, { hasRating: false, hasRationale: false }],
  [
    "with a verdict without reasons",
    { verdict: { ...verdictOf(), rationaleText: "" } },
    { hasRating: true, hasRationale: false },
  ],
  [
    "with details",
    { claimant: buildClaimedBy("Ida"), claimedOn: "2024-05-17", kind: "number", tags: ["trade"] },
    { claimant: "Ida", claimedOn: "2024-05-17", kind: "number", tags: ["trade"] },
  ],
])("what requirements check of a claim %s", (_, overrides, expected) => {
  expect(reviewContentOf(buildClaim(overrides), true)).toMatchObject({ unrated: true, ...expected });
});

test.each<[string, Parameters<typeof buildClaim>[0], ReviewContent["outcome"]]>([
  ["in a manuscript, with an outcome", { purpose: "manuscript", outcome: buildOutcome() }, "stands"],
  ["in a manuscript, without one", { purpose: "manuscript", outcome: null }, null],
  ["in a published text", { outcome: buildOutcome() }, undefined],
])("the outcome that requirements check of a claim %s", (_, overrides, expected) => {
  expect(reviewContentOf(buildClaim(overrides), false).outcome).toBe(expected);
});

function verdictOf() {
  const { verdict } = buildClaim();
  if (!verdict) throw new Error("the builder gives a verdict");
  return verdict;
}
