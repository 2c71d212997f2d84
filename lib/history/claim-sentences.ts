import { ratingOf } from "./field-texts";
import { describeFlag, describeResolvedFlag, describeReviewDate } from "./flag-sentences";
import type { HistoryEvent } from "./history-event";
import {
  changed,
  claimOf,
  type Describe,
  describeAssignment,
  fieldOf,
  moment,
  objectIn,
  onClaim,
  quote,
  type SentenceContext,
} from "./sentence-parts";

/** What can be done to a claim, and in the comments on it. */
export const claimSentences: Readonly<Record<string, Describe>> = {
  "claim.assign": (event, { claim }) => describeAssignment(event, "assignee", claim),
  "claim.create": (event, { claim }) => `marked ${claim}${quote(event.to)}`,
  "claim.edit": describeEdit,
  "claim.restore-content": (event, { claim }) => `restored ${claim} to ${moment(event)}`,
  "claim.delete": (event, { claim }) => `deleted ${claim}${quote(event.from)}`,
  "claim.undelete": (_, { claim }) => `restored the deleted ${claim}`,
  "claim.split": (event, context) =>
    `split ${claimOf(fieldOf(event.from, "claimId"), context)}: the second part is ${context.claim}`,
  "claim.merge": (event, context) =>
    `merged ${claimOf(fieldOf(event.from, "mergedClaimId"), context)} into ${context.claim}`,
  "claim.confirm-anchor": (event, { claim }) =>
    fieldOf(event.from, "exact") === fieldOf(event.to, "exact")
      ? `confirmed the position of ${claim}`
      : `moved ${claim}`,
  "claim.restore-anchor": (_, { claim }) => `undid the confirmed position of ${claim}`,
  "claim.accept-wording": (_, { claim }) => `accepted the wording suggested for ${claim}`,
  "claim.author-answer": ({ to }, { claim }) =>
    authorAnswers[String(fieldOf(to, "decision"))]?.(claim) ?? "answered",
  "claim.submit": (_, { claim }) => `submitted ${claim} for review`,
  "claim.withdraw": (_, { claim }) => `withdrew ${claim} from review`,
  "claim.return": (_, { claim }) => `returned ${claim}`,
  "claim.approve": (_, { claim }) => `approved ${claim}`,
  "claim.reopen": (_, { claim }) => `reopened ${claim}`,
  "claim.exclude": (_, { claim }) => `excluded ${claim}`,
  "claim.include": (_, { claim }) => `included ${claim} again`,
  "claim.retire": (_, { claim }) => `retired ${claim}`,
  "claim.restore": (_, { claim }) => `restored the retired ${claim}`,
  "claim.flag": (event, { claim }) => describeFlag(event, claim),
  "claim.resolve-flag": (event, { claim }) => describeResolvedFlag(event, claim),
  "claim.set-review-date": (event, { claim }) => describeReviewDate(event, claim),
  "claim.link-family": (event, { claim }) =>
    `linked ${claim} to the same claim in${quote(event.to, "articleTitle")}`,
  "claim.unlink-family": (_, { claim }) => `unlinked ${claim} from the same claims in other articles`,
  "claim.vote": (_, { claim }) => `voted on ${claim}`,
  "claim.dispute": (_, { claim }) => `cast the last vote on ${claim}: the votes differ`,
  "claim.settle": (_, { claim }) => `set the final rating of the disputed ${claim}`,
  "claim.raise_approvals": (_, { claim }) => `sent ${claim} for more approvals`,
  "claim.publish": (_, { claim }) => `published ${claim}`,
  "claim.unpublish": (_, { claim }) => `unpublished ${claim}`,
  "comment.create": (event, context) => `commented${onClaim(event, context)}`,
  "comment.edit": (event, context) => `edited a comment${onClaim(event, context)}`,
  "comment.delete": (event, context) => `deleted a comment${onClaim(event, context)}`,
  "comment.resolve": (event, context) => `resolved a comment thread${onClaim(event, context)}`,
  "comment.reopen": (event, context) => `reopened a comment thread${onClaim(event, context)}`,
};

const authorAnswers: Record<string, (claim: string) => string> = {
  answer: (claim) => `answered the query on ${claim}`,
  agree: (claim) => `agreed with the wording suggested for ${claim}`,
  disagree: (claim) => `disagreed with the wording suggested for ${claim}`,
};

const outcomes: Record<string, (claim: string) => string> = {
  stands: (claim) => `decided that ${claim} stands`,
  change: (claim) => `suggested another wording for ${claim}`,
  query: (claim) => `asked the author about ${claim}`,
};

function describeEdit(event: HistoryEvent, context: SentenceContext): string {
  if (Object.keys(event.to ?? {}).join() === "outcome")
    return (
      outcomes[String(fieldOf(objectIn(event.to, "outcome"), "kind"))]?.(context.claim) ??
      `removed the outcome of ${context.claim}`
    );
  if (Object.keys(event.to ?? {}).join() !== "verdict")
    return `changed ${changed(event, context)} of ${context.claim}`;
  const before = ratingOf(fieldOf(event.from, "verdict"), context);
  const after = ratingOf(fieldOf(event.to, "verdict"), context);
  if (after === null) return `removed the verdict ${before ?? ""} from ${context.claim}`;
  if (before === null) return `set the verdict of ${context.claim} to ${after}`;
  if (before === after) return `changed the rationale of ${context.claim}`;
  return `changed the verdict of ${context.claim} from ${before} to ${after}`;
}
