import { itemKey } from "@/lib/checklist/checkable-item";
import type { MarkedItem } from "@/lib/checklist/tick";
import type { MarkItemInput } from "@/lib/checklist/tick-input";
import type { Claim } from "@/lib/claims/claim";
import type { CreateClaimInput, UpdateClaimInput } from "@/lib/claims/claim-input";
import type { Thread } from "@/lib/comments/comment";
import type {
  CreateCommentInput,
  DeleteCommentInput,
  EditCommentInput,
  ResolveThreadInput,
} from "@/lib/comments/comment-input";
import type { ReviewActionName } from "@/lib/review/transition";

/** The header with the id of the person who made the write: someone else can be signed in by the time it is sent. */
export const WRITER = "obelus-writer";

/** Idempotency key. */
interface Keyed {
  operationId: string;
}

/** A change based on a revision of a claim. */
interface OfClaim extends Keyed {
  claimId: string;
  revision: number;
}

/**
 * A write that is stored in the browser and sent until the server has answered. Each carries an idempotency key, so that it takes effect
 * once.
 */
export type DeskWrite =
  /** Its key is the claim's idempotency key. */
  | { kind: "claim.create"; input: CreateClaimInput }
  | { kind: "claim.update"; input: UpdateClaimInput & OfClaim }
  | { kind: "claim.review"; input: OfClaim & { action: ReviewActionName; note?: string | undefined } }
  | { kind: "claim.delete"; input: OfClaim }
  /** Needs no revision, because a deleted claim can't change. */
  | { kind: "claim.undelete"; input: { claimId: string } & Keyed }
  | {
      kind: "claim.confirm-anchor";
      input: OfClaim & { versionId: string; range: { start: number; end: number } | null };
    }
  /** Undoes the confirmation of a position, which then needs checking again. */
  | { kind: "claim.restore-anchor"; input: OfClaim & { versionId: string } }
  /** A vote is about the content that was read, so it carries no revision of the claim. */
  | {
      kind: "claim.vote";
      input: { claimId: string; contentRevision: number; ratingKey: string; note: string } & Keyed;
    }
  | { kind: "claim.settle"; input: OfClaim & { ratingKey: string; note: string } }
  /** Its key is the comment's idempotency key. */
  | { kind: "comment.create"; input: CreateCommentInput }
  | { kind: "comment.edit"; input: EditCommentInput & Keyed }
  | { kind: "comment.delete"; input: DeleteCommentInput & Keyed }
  | { kind: "thread.resolve"; input: ResolveThreadInput & Keyed }
  | { kind: "checklist.mark"; input: MarkItemInput & Keyed };

/** The result of a write, for the page to apply. */
export type WriteResult =
  | { kind: "claim"; claim: Claim }
  | { kind: "deleted"; claimId: string }
  | { kind: "thread"; thread: Thread }
  | ({ kind: "item" } & MarkedItem);

/** The idempotency key of a write. */
export function idempotencyKeyOf(write: DeskWrite): string {
  return "idempotencyKey" in write.input ? write.input.idempotencyKey : write.input.operationId;
}

/** The id of the claim that a write changes; null for a new claim, a comment or a thread. */
export function claimOf(write: DeskWrite): string | null {
  return "claimId" in write.input ? write.input.claimId : null;
}

/** The id of the claim, comment or thread that a write changes, or its item of the checklist. Writes on one target are sent in sequence, each rebased on the last. */
export function targetOf({ input }: DeskWrite): string | null {
  if ("claimId" in input) return input.claimId;
  if ("commentId" in input) return input.commentId;
  if ("item" in input) return `${input.versionId} ${itemKey(input.item)}`;
  return "threadId" in input ? input.threadId : null;
}

/** Rebases a write on the result of the same person's earlier write on the same target. */
export function rebaseWrite(write: DeskWrite, result: WriteResult): DeskWrite {
  if (result.kind === "claim") return onRevision(write, result.claim.revision);
  const target = targetOf(write);
  const comment = result.kind === "thread" && result.thread.comments.find(({ id }) => id === target);
  return comment ? onRevision(write, comment.revision) : write;
}

function onRevision(write: DeskWrite, revision: number): DeskWrite {
  return "revision" in write.input ? ({ ...write, input: { ...write.input, revision } } as DeskWrite) : write;
}
