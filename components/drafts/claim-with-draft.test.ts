import { expect, test } from "vitest";
import { buildClaim, rationale } from "@/lib/testing/builders";
import { claimDraftOf, newEvidence } from "./claim-draft";
import { claimWithDraft } from "./claim-with-draft";
import { NO_CLAIMANT } from "./claimant-draft";

const claim = buildClaim({ statement: "Taxes rose.", rating: "false" });

test("a form without changes leaves its claim as it is", () => {
  expect(claimWithDraft(claim, claimDraftOf(claim))).toBe(claim);
});

test("what is written in the form replaces the content, not the state", () => {
  const shown = claimWithDraft(claim, {
    ...claimDraftOf(claim),
    statement: "Taxes fell.",
    claimant: { ...NO_CLAIMANT, name: "Ada" },
    claimantRole: "minister",
    tags: "tax, ",
    ratingKey: "true",
    rationaleDoc: rationale("The law says so."),
  });
  expect(shown).toMatchObject({
    number: claim.number,
    state: claim.state,
    revision: claim.revision,
    statement: "Taxes fell.",
    claimant: { name: "Ada", role: "minister" },
    tags: ["tax"],
    verdict: { ratingKey: "true", rationaleText: "The law says so." },
  });
});

test.each([
  ["https://example.org/a", "", "https://example.org/a", "https://example.org/a"],
  ["https://example.org/a", "Yearbook", "https://example.org/a", "Yearbook"],
  ["javascript:alert(1)", "Yearbook", null, "Yearbook"],
])("a new source with the address %s and the title “%s” is shown", (url, title, link, shown) => {
  const evidence = [{ ...newEvidence(), stance: "supports" as const, url, title }, newEvidence()];
  expect(claimWithDraft(claim, { ...claimDraftOf(claim), evidence }).evidence).toMatchObject([
    { stance: "supports", source: { url: link, title: shown } },
  ]);
});
