/** What webhooks can be sent, by name. */
export const WEBHOOK_KINDS = [
  "claim.created",
  "claim.changed",
  "claim.submitted",
  "claim.approved",
  "claim.returned",
  "claim.deleted",
  "publication.published",
  "publication.corrected",
  "publication.unpublished",
  "publication.redacted",
] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** Sent on request only, so that people can see whether a receiver works. */
export const TEST_KIND = "webhook.test";
export type SentKind = WebhookKind | typeof TEST_KIND;

/** Actions of the audit log that always are the same kind. */
const kinds = new Map<string, WebhookKind>(
  Object.entries({
    "claim.create": "claim.created",
    "claim.submit": "claim.submitted",
    "claim.approve": "claim.approved",
    "claim.return": "claim.returned",
    "claim.delete": "claim.deleted",
    "article.unpublish": "publication.unpublished",
    "article.redact": "publication.redacted",
  }),
);

/** Other actions after which programs read something else of the claim. */
const changes: ReadonlySet<string> = new Set([
  "claim.edit",
  "claim.restore-content",
  "claim.accept-wording",
  "claim.author-answer",
  "claim.confirm-anchor",
  "claim.restore-anchor",
  "claim.split",
  "claim.merge",
  "claim.undelete",
  "claim.assign",
  "claim.withdraw",
  "claim.reopen",
  "claim.exclude",
  "claim.include",
  "claim.retire",
  "claim.restore",
  "claim.dispute",
]);

/**
 * The kind of an event of the audit log; null if webhooks are not sent it.
 * @param event.to what the log has about the state after it
 */
export function webhookKindOf({
  action,
  to,
}: {
  action: string;
  to?: object | null | undefined;
}): WebhookKind | null {
  const { corrections, state } = (to ?? {}) as { corrections?: unknown; state?: unknown };
  if (action === "article.publish")
    return Array.isArray(corrections) && corrections.length > 0
      ? "publication.corrected"
      : "publication.published";
  if (action === "claim.settle") return state === "approved" ? "claim.approved" : "claim.changed";
  return kinds.get(action) ?? (changes.has(action) ? "claim.changed" : null);
}
