import { expect, test } from "vitest";
import { type WebhookKind, webhookKindOf } from "./webhook-kind";

test.each<[string, object | null, WebhookKind | null]>([
  ["claim.create", null, "claim.created"],
  ["claim.edit", null, "claim.changed"],
  ["claim.submit", null, "claim.submitted"],
  ["claim.approve", { state: "approved" }, "claim.approved"],
  ["claim.settle", { state: "approved" }, "claim.approved"],
  ["claim.settle", { state: "draft" }, "claim.changed"],
  ["claim.return", null, "claim.returned"],
  ["claim.delete", null, "claim.deleted"],
  ["claim.undelete", null, "claim.changed"],
  // Votes stay secret until all have voted.
  ["claim.vote", null, null],
  ["claim.flag", null, null],
  ["article.publish", { publication: 1, corrections: [] }, "publication.published"],
  ["article.publish", { publication: 2, corrections: [{ note: "…" }] }, "publication.corrected"],
  ["article.unpublish", null, "publication.unpublished"],
  ["article.redact", null, "publication.redacted"],
  ["article.publish-failed", null, null],
  ["source.update", null, null],
  ["user.sign-in", null, null],
  ["toString", null, null],
])("%s with %j is %s", (action, to, kind) => {
  expect(webhookKindOf({ action, to })).toBe(kind);
});
