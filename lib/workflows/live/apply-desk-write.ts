import type { Claim } from "@/lib/claims/claim";
import type { Thread } from "@/lib/comments/comment";
import type { Failure } from "@/lib/failure";
import type { DeskWrite, WriteResult } from "@/lib/live/desk-write";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { markItem } from "@/lib/workflows/checklist/mark-item";
import { confirmAnchor } from "@/lib/workflows/claims/confirm-anchor";
import { createClaim } from "@/lib/workflows/claims/create-claim";
import { deleteClaim, undeleteClaim } from "@/lib/workflows/claims/delete-claim";
import { restoreAnchor } from "@/lib/workflows/claims/restore-anchor";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { deleteComment } from "@/lib/workflows/comments/delete-comment";
import { editComment } from "@/lib/workflows/comments/edit-comment";
import { resolveThread } from "@/lib/workflows/comments/resolve-thread";
import { invalid } from "@/lib/workflows/refusals";
import { castVote } from "@/lib/workflows/review/cast-vote";
import { settleDispute } from "@/lib/workflows/review/settle-dispute";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";

/** Applies a write from a browser's outbox. Each workflow checks its input and the actor's permissions. */
export async function applyDeskWrite(actor: Actor, write: DeskWrite): Promise<Result<WriteResult, Failure>> {
  switch (write?.kind) {
    case "claim.create":
      return asClaim(await createClaim(actor, write.input));
    case "claim.update":
      return asClaim(await updateClaim(actor, write.input));
    case "claim.review":
      return asClaim(await transitionClaim(actor, write.input));
    case "claim.vote": {
      const cast = await castVote(actor, write.input);
      return cast.ok ? ok({ kind: "claim", claim: cast.value.claim }) : cast;
    }
    case "claim.settle":
      return asClaim(await settleDispute(actor, write.input));
    case "claim.confirm-anchor":
      return asClaim(await confirmAnchor(actor, write.input));
    case "claim.restore-anchor":
      return asClaim(await restoreAnchor(actor, write.input));
    case "claim.undelete":
      return asClaim(await undeleteClaim(actor, write.input));
    case "claim.delete": {
      const deleted = await deleteClaim(actor, write.input);
      return deleted.ok ? ok({ kind: "deleted", ...deleted.value }) : deleted;
    }
    case "comment.create": {
      const made = await createComment(actor, write.input);
      return made.ok ? ok({ kind: "thread", thread: made.value.thread }) : made;
    }
    case "comment.edit":
      return asThread(await editComment(actor, write.input));
    case "comment.delete":
      return asThread(await deleteComment(actor, write.input));
    case "thread.resolve":
      return asThread(await resolveThread(actor, write.input));
    case "checklist.mark": {
      const marked = await markItem(actor, write.input);
      return marked.ok ? ok({ kind: "item", ...marked.value }) : marked;
    }
    default:
      return invalid("Unknown change. Reload the page and try again.");
  }
}

function asClaim(result: Result<Claim, Failure>): Result<WriteResult, Failure> {
  return result.ok ? ok({ kind: "claim", claim: result.value }) : result;
}

function asThread(result: Result<Thread, Failure>): Result<WriteResult, Failure> {
  return result.ok ? ok({ kind: "thread", thread: result.value }) : result;
}
