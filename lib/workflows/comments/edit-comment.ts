import type { Comment, Thread } from "@/lib/comments/comment";
import { type EditCommentInput, editCommentInput } from "@/lib/comments/comment-input";
import { mentionedIds } from "@/lib/comments/mentions";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findThread, updateComment } from "@/lib/db/comments";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { notify } from "@/lib/workflows/notifications/notify";
import { onlyVisible, parseInput } from "@/lib/workflows/refusals";
import { asThread, findOwnComment } from "./find-own-comment";

/** Edits the actor's own comment. */
export async function editComment(actor: Actor, input: EditCommentInput): Promise<Result<Thread, Failure>> {
  const parsed = parseInput(editCommentInput, input);
  if (!parsed.ok) return parsed;
  const { commentId, revision, body, operationId } = parsed.value;
  const result = await inTransactionOnce(actor.id, operationId, async (tx) => {
    const found = await findOwnComment(tx, actor, "edit", { commentId, revision });
    if (!found.ok) return found;
    const { thread, comment } = found.value;
    if (comment.body !== body) await storeCommentEdit(tx, actor, thread, comment, body);
    return asThread(await findThread(thread.id, tx));
  });
  return onlyVisible(actor, result, (thread) => thread.articleId);
}

/** Stores an edited comment of a locked thread, and notifies newly mentioned people. */
export async function storeCommentEdit(
  tx: Tx,
  actor: Actor,
  thread: Thread,
  comment: Comment,
  body: string,
): Promise<void> {
  await updateComment(tx, comment.id, { body });
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: "comment.edit",
    targetType: "comment",
    targetId: comment.id,
    articleId: thread.articleId,
    from: { threadId: thread.id, claimId: thread.claimId, body: comment.body },
    to: { threadId: thread.id, claimId: thread.claimId, body },
  });
  const known = mentionedIds(comment.body);
  await notify(
    tx,
    {
      kind: "comment-edit",
      actorId: actor.id,
      mentionedIds: mentionedIds(body).filter((id) => !known.includes(id)),
    },
    {
      eventKey: `comment:${comment.id}`,
      articleId: thread.articleId,
      claimId: thread.claimId,
      commentId: comment.id,
    },
  );
}
