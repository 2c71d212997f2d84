import { expect, test } from "vitest";
import { type ClaimDraft, newDraft } from "@/components/drafts/claim-draft";
import { NO_CLAIMANT } from "@/components/drafts/claimant-draft";
import { createClaimMemory } from "./claim-memory";

const passage = { start: 0, end: 3, exact: "240" };
const ada = { ...NO_CLAIMANT, name: "Ada" };

test.each<[string, Partial<ClaimDraft> | null, object]>([
  ["nothing was saved", null, {}],
  ["it had nothing to remember", {}, {}],
  [
    "it had a claimant and a date",
    { claimant: ada, claimantRole: "Minister", claimedOn: "2024-05-12" },
    { claimant: ada, claimantRole: "Minister", claimedOn: "2024-05-12" },
  ],
  ["its kind is the one that the passage suggests", { kind: "number" }, {}],
  ["its kind is another one", { kind: "prediction" }, { kind: "prediction" }],
])("of the claim before, where %s, the next form opens with that", (_, saved, expected) => {
  const memory = createClaimMemory();
  if (saved) memory.remember({ ...newDraft("v", passage), ...saved });
  expect(memory.recall("1,000")).toEqual(expected);
});
