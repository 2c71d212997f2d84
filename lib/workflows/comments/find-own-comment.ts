import type { Comment, Thread } from "@/lib/comments/comment";
import { lockThreadOf } from "@/lib/db/comments";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";

/** A comment that the actor wants to change, in its locked thread. */
export async function findOwnComment(
  tx: Tx,
  actor: Actor,
  action: "edit" | "delete",
  { commentId, revision }: { commentId: string; revision: number },
): Promise<Result<{ thread: Thread; comment: Comment }, Failure>> {
  const thread = await lockThreadOf(tx, commentId);
  const comment = thread?.comments.find(({ id }) => id === commentId);
  if (!thread || !comment || comment.deletedAt) return notFound("comment");
  const allowed = asResult(
    can(actor, action, "comment", { articleId: thread.articleId, authorId: comment.author.id }),
  );
  if (!allowed.ok) return allowed;
  if (comment.revision !== revision)
    return err({
      kind: "stale",
      message:
        "You changed this comment elsewhere in the meantime. Your text is still here: compare, then save again.",
      current: thread,
    });
  return ok({ thread, comment });
}

export function asThread(thread: Thread | null): Result<Thread, Failure> {
  return thread ? ok(thread) : invalid("The comments could not be loaded. Reload the page.");
}
