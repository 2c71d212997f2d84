import type { Thread } from "@/lib/comments/comment";
import { type DeleteCommentInput, deleteCommentInput } from "@/lib/comments/comment-input";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findThread, updateComment } from "@/lib/db/comments";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { onlyVisible, parseInput } from "@/lib/workflows/refusals";
import { asThread, findOwnComment } from "./find-own-comment";

/** Deletes the actor's own comment; the thread shows that a comment was deleted. */
export async function deleteComment(
  actor: Actor,
  input: DeleteCommentInput,
): Promise<Result<Thread, Failure>> {
  const parsed = parseInput(deleteCommentInput, input);
  if (!parsed.ok) return parsed;
  const result = await inTransactionOnce(actor.id, parsed.value.operationId, async (tx) => {
    const found = await findOwnComment(tx, actor, "delete", parsed.value);
    if (!found.ok) return found;
    const { thread, comment } = found.value;
    await updateComment(tx, comment.id, { deleted: true });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "comment.delete",
      targetType: "comment",
      targetId: comment.id,
      articleId: thread.articleId,
      from: { threadId: thread.id, claimId: thread.claimId, body: comment.body },
    });
    return asThread(await findThread(thread.id, tx));
  });
  return onlyVisible(actor, result, (thread) => thread.articleId);
}
