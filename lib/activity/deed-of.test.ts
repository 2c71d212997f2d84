import { expect, test } from "vitest";
import { deedOf } from "./deed-of";

test.each([
  ["claim.approve", "claim", 3, "approved claim 3"],
  ["claim.create", "claim", null, "marked a claim"],
  ["claim.vote", "claim", 2, "voted on claim 2"],
  ["comment.create", "comment", null, "commented"],
  ["comment.resolve", "comment", 4, "resolved a thread on claim 4"],
  ["article.publish", "article", null, "published the article"],
  ["claim.put_aside-now", "claim", 5, "did “put aside now” on claim 5"],
  ["scale.edit", "scale", null, "did “edit” on the scale"],
])("%s on a %s", (action, targetType, claimNumber, deed) => {
  expect(deedOf({ action, targetType, claimNumber })).toBe(deed);
});
