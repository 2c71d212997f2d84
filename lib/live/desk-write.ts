import type { Claim } from "@/lib/claims/claim";
import type { CreateClaimInput, UpdateClaimInput } from "@/lib/claims/claim-input";
import type { Thread } from "@/lib/comments/comment";
import type { CreateCommentInput } from "@/lib/comments/comment-input";
import type { ReviewActionName } from "@/lib/review/transition";

/** A change of a claim, made on a revision of it, under a key of its own. */
interface OfClaim {
  claimId: string;
  revision: number;
  operationId: string;
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
  | { kind: "claim.undelete"; input: { claimId: string; operationId: string } }
  | {
      kind: "claim.place";
      input: OfClaim & { versionId: string; place: { start: number; end: number } | null };
    }
  /** Its key is the comment's. */
  | { kind: "comment.create"; input: CreateCommentInput };

/** What a write led to, as the page takes it over. */
export type Written =
  | { kind: "claim"; claim: Claim }
  | { kind: "deleted"; claimId: string }
  | { kind: "thread"; thread: Thread };

/** The key under which a write is done once. */
export function keyOf(write: DeskWrite): string {
  return "idempotencyKey" in write.input ? write.input.idempotencyKey : write.input.operationId;
}

/** The claim that a write changes; null for one that it makes, and for a comment. */
export function claimOf(write: DeskWrite): string | null {
  return "claimId" in write.input ? write.input.claimId : null;
}

/** The write as it is to be sent after an earlier one of the same person changed the claim: it was made knowing of that one. */
export function onRevision(write: DeskWrite, revision: number): DeskWrite {
  return "revision" in write.input ? ({ ...write, input: { ...write.input, revision } } as DeskWrite) : write;
}
