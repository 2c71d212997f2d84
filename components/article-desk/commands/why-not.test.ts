import { expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { buildClaim } from "@/lib/testing/builders";
import { type KeyAction, whyNot } from "./why-not";

const person = (id: string) => ({ id, name: id });
const actor: Actor = { id: "ada", name: "Ada", email: "ada@example.org", role: "editor" };
const byBen = { createdBy: person("ben"), lastEditedBy: person("ben") };
const claim = (rest: Partial<Claim> = {}): Claim => ({
  ...buildClaim({ number: 7, state: "draft" }),
  ...byBen,
  ...rest,
});
const { anchor, voting } = claim();

test.each<[KeyAction, string, Claim | null, string | null]>([
  ["edit", "no claim", null, "Open a claim first, or move to one in the list of claims."],
  ["approve", "no claim", null, "Open a claim first, or move to one in the list of claims."],
  ["edit", "a draft", claim(), null],
  ["edit", "a retired one", claim({ state: "retired" }), "Claim 7 is retired. Restore it first."],
  ["delete", "a retired one", claim({ state: "retired" }), null],
  ["open", "a retired one", claim({ state: "retired" }), null],
  ["place", "a draft", claim(), null],
  [
    "place",
    "one that can't be located",
    claim({ anchor: { ...anchor, outcome: "orphaned" } }),
    "Claim 7 needs checking. Confirm its position first.",
  ],
  ["submit", "a draft", claim(), null],
  ["submit", "one in review", claim({ state: "in_review" }), "Claim 7 is already in review."],
  ["submit", "a published one", claim({ state: "published" }), "Claim 7 is already approved."],
  ["submit", "a retired one", claim({ state: "retired" }), "Claim 7 is retired. Restore it first."],
  ["approve", "a draft", claim(), "Claim 7 is a draft. Submit it for review first."],
  ["approve", "one in review", claim({ state: "in_review" }), null],
  [
    "approve",
    "one that needs votes",
    claim({ state: "in_review", voting: { ...voting, required: 2 } }),
    "Claim 7 needs more than one approval. Vote on it instead.",
  ],
  [
    "approve",
    "a disputed one",
    claim({ state: "disputed" }),
    "Claim 7 is disputed. Choose its final rating instead.",
  ],
  ["accept-wording", "one without a wording", claim(), "Claim 7 suggests no other wording."],
])("%s on %s", (action, _, target, expected) => {
  expect(whyNot(action, { actor, claim: target, language: "en" })).toBe(expected);
});

test("who may not approve a claim reads why", () => {
  const own = claim({ state: "in_review", createdBy: person("ada"), lastEditedBy: person("ada") });
  expect(whyNot("approve", { actor, claim: own, language: "en" })).toMatch(/\.$/);
});
