/** The filters of a timeline. */
export const EVENT_KINDS = [
  "text",
  "claims",
  "review",
  "publication",
  "sources",
  "details",
  "other",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const eventKindLabels: Record<EventKind, string> = {
  text: "Text",
  claims: "Claims and verdicts",
  review: "Review",
  publication: "Publication",
  sources: "Sources",
  details: "Details",
  other: "Other",
};

const actions: Record<Exclude<EventKind, "other">, readonly string[]> = {
  text: ["article.import", "article.edit-text", "article.replace-text", "article.restore-text"],
  claims: [
    "claim.create",
    "claim.edit",
    "claim.delete",
    "claim.undelete",
    "claim.split",
    "claim.merge",
    "claim.confirm-anchor",
    "claim.restore-anchor",
    "claim.restore-content",
    "claimant.create",
    "claimant.update",
    "claimant.merge",
    "claimant.unmerge",
  ],
  review: [
    "claim.submit",
    "claim.withdraw",
    "claim.return",
    "claim.approve",
    "claim.reopen",
    "claim.exclude",
    "claim.include",
    "claim.retire",
    "claim.restore",
    "claim.vote",
    "claim.settle",
    "claim.raise_approvals",
    "article.raise-approvals",
    "guest.invite",
    "guest.let-in",
    "guest.join",
    "guest.extend",
    "guest.revoke",
    "claim.assign",
    "tick.check",
    "tick.skip",
    "tick.undo",
  ],
  publication: [
    "article.publish",
    "article.unpublish",
    "article.redact",
    "article.schedule",
    "article.unschedule",
    "article.publish-failed",
    "claim.publish",
    "claim.unpublish",
  ],
  sources: [
    "source.create",
    "source.update",
    "source.restore",
    "source.merge",
    "source.delete",
    "source.keep",
    "source.attach",
    "source.detach",
    "source.archive",
    "source.check-link",
  ],
  details: ["article.edit-details", "article.restore-details", "article.change-scale", "article.assign"],
};

/** The actions of a kind. "other" are those of no other kind. */
export function actionsOf(kind: EventKind): { in: readonly string[] } | { notIn: readonly string[] } {
  return kind === "other" ? { notIn: Object.values(actions).flat() } : { in: actions[kind] };
}
