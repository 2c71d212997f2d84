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

/** The header that says whose write it is: by then somebody else may be signed in. */
export const WRITER = "obelus-writer";

/** What it is done once under. */
interface Keyed {
  operationId: string;
}

/** A change of a claim, made on a revision of it. */
interface OfClaim extends Keyed {
  claimId: string;
  revision: number;
}

/**
 * A write that the desk keeps in the browser until the server has answered, and sends again until then. Each carries a key of its own, so
 * that it is done once.
 */
export type DeskWrite =
  /** Its key is the claim's. */
  | { kind: "claim.create"; input: CreateClaimInput }
  | { kind: "claim.update"; input: UpdateClaimInput & OfClaim }
  | { kind: "claim.review"; input: OfClaim & { action: ReviewActionName; note?: string | undefined } }
  | { kind: "claim.delete"; input: OfClaim }
  /** It needs no revision: a claim that was deleted is as it was. */
  | { kind: "claim.undelete"; input: { claimId: string } & Keyed }
  | {
      kind: "claim.place";
      input: OfClaim & { versionId: string; place: { start: number; end: number } | null };
    }
  /** A vote is on the content that was read, whatever became of the claim's revision. */
  | {
      kind: "claim.vote";
      input: { claimId: string; contentRevision: number; ratingKey: string; note: string } & Keyed;
    }
  | { kind: "claim.settle"; input: OfClaim & { ratingKey: string; note: string } }
  /** Its key is the comment's. */
  | { kind: "comment.create"; input: CreateCommentInput }
  | { kind: "comment.edit"; input: EditCommentInput & Keyed }
  | { kind: "comment.delete"; input: DeleteCommentInput & Keyed }
  | { kind: "thread.resolve"; input: ResolveThreadInput & Keyed };

/** What a write led to, as the page takes it over. */
export type WriteResult =
  | { kind: "claim"; claim: Claim }
  | { kind: "deleted"; claimId: string }
  | { kind: "thread"; thread: Thread };

/** The key under which a write is done once. */
export function keyOf(write: DeskWrite): string {
  return "idempotencyKey" in write.input ? write.input.idempotencyKey : write.input.operationId;
}

/** The claim that a write changes; null for one that it makes, and for a comment or its thread. */
export function claimOf(write: DeskWrite): string | null {
  return "claimId" in write.input ? write.input.claimId : null;
}

/** What a write changes: those of one claim, comment or thread are sent one after the other, each on what the last one led to. */
export function targetOf({ input }: DeskWrite): string | null {
  if ("claimId" in input) return input.claimId;
  if ("commentId" in input) return input.commentId;
  return "threadId" in input ? input.threadId : null;
}

/** The write as it is to be sent after an earlier one of the same person on the same target. */
export function rebaseWrite(write: DeskWrite, written: WriteResult): DeskWrite {
  if (written.kind === "claim") return onRevision(write, written.claim.revision);
  const target = targetOf(write);
  const comment = written.kind === "thread" && written.thread.comments.find(({ id }) => id === target);
  return comment ? onRevision(write, comment.revision) : write;
}

/** It was made knowing of the earlier one. */
function onRevision(write: DeskWrite, revision: number): DeskWrite {
  return "revision" in write.input ? ({ ...write, input: { ...write.input, revision } } as DeskWrite) : write;
}
