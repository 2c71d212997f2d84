import { expect, test } from "vitest";
import type { NotificationKind } from "./notification";
import { sentenceOf } from "./sentence-of";

const ada = { id: "ada", name: "Ada" };
const claim = { id: "c3", number: 3, statement: "Trade grew." };

test.each<[NotificationKind, number, string]>([
  ["mention", 0, "Ada mentioned you in a comment"],
  ["mention", 1, "Ada mentioned you in a comment on claim 3"],
  ["claim-comment", 1, "Ada commented on your claim 3"],
  ["claim-approved", 1, "Ada approved your claim 3"],
  ["claim-approved", 20, "Ada approved 20 of your claims"],
  ["claim-returned", 2, "Ada returned 2 of your claims"],
  ["claim-disputed", 1, "The votes on your claim 3 differ"],
  ["claims-submitted", 12, "Ada submitted 12 claims"],
  ["claims-assigned", 1, "Ada assigned claim 3 to you"],
  ["claims-assigned", 1200, "Ada assigned 1,200 claims to you"],
  ["review-due", 0, "The review of this article is due"],
  ["review-due", 1, "The review of claim 3 is due"],
  ["review-due", 4, "The review of 4 claims is due"],
  ["page-changed", 1, "A page that claim 3 relies on has changed"],
  ["page-changed", 2, "Pages that 2 claims rely on have changed"],
  ["family-changed", 1, "Ada changed the same claim as claim 3 in another article"],
  ["family-changed", 2, "Ada changed the same claims as 2 claims here in another article"],
  ["work-idle", 0, "This article has had no change for days"],
  ["work-idle", 5, "5 claims have had no change for days"],
  // As earlier releases stored it.
  ["claims-assigned", 0, "Ada assigned several claims to you"],
])("%s of %i: %s", (kind, claimCount, expected) => {
  expect(sentenceOf({ kind, actor: ada, claim: claimCount === 1 ? claim : null, claimCount })).toBe(expected);
});
