import { expect, test } from "vitest";
import type { ClaimState } from "@/lib/claims/claim";
import { buildClaim, buildOutcome } from "@/lib/testing/builders";
import { claimTarget } from "./claim-target";

test.each<[ClaimState, boolean]>([
  ["draft", false],
  ["in_review", false],
  ["disputed", true],
  ["approved", true],
  ["published", true],
  ["retired", false],
])("a claim that is %s: voted %s", (state, voted) => {
  expect(claimTarget(buildClaim({ state })).voted).toBe(voted);
});

test("names the article and each author of a claim", () => {
  const person = (id: string) => ({ id, name: id });
  const { verdict } = buildClaim();
  const claim = buildClaim({
    articleId: "article",
    createdBy: person("marker"),
    lastEditedBy: person("editor"),
    verdict: verdict && { ...verdict, givenBy: person("judge") },
  });
  expect(claimTarget(claim)).toMatchObject({
    articleId: "article",
    createdById: "marker",
    lastEditedById: "editor",
    verdictById: "judge",
  });
  expect(claimTarget({ ...claim, verdict: null }).verdictById).toBeNull();
});

test("in a manuscript, the person who gave the outcome judged the claim", () => {
  const outcome = buildOutcome({ givenBy: { id: "editor", name: "Ed" } });
  expect(claimTarget(buildClaim({ purpose: "manuscript", outcome, verdict: null })).verdictById).toBe(
    "editor",
  );
  expect(claimTarget(buildClaim({ purpose: "manuscript", outcome: null })).verdictById).toBeNull();
});
