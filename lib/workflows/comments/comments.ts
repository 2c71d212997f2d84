import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import type { Comment, Thread } from "@/lib/comments/comment";
import {
  type DeleteCommentInput,
  deleteCommentInput,
  type EditCommentInput,
  editCommentInput,
  type ResolveThreadInput,
  resolveThreadInput,
} from "@/lib/comments/comment-input";
import { mentionedIds } from "@/lib/comments/mentions";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { findArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  findThread,
  listMentionable,
  listPeopleOfArticle,
  listThreads as listThreadsOf,
  lockThread,
  lockThreadOf,
  setThreadResolved,
  updateComment,
} from "@/lib/db/comments";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { notify } from "@/lib/workflows/notifications/notify";
import { asResult, invalid, notFound, onlyVisible, parseInput } from "@/lib/workflows/refusals";

/** The threads of an article, and whom one may mention in them. */
export async function listThreads(
  actor: Actor,
  input: { articleId: string },
): Promise<Result<{ threads: Thread[]; people: PersonName[] }, Failure>> {
  const parsed = parseInput(z.object({ articleId: z.string() }), input);
  if (!parsed.ok) return parsed;
  const { articleId } = parsed.value;
  const allowed = asResult(can(actor, "read", "comment", { articleId, authorId: null }));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [threads, people] = await Promise.all([
    listThreadsOf(articleId),
    isGuest(actor) ? listPeopleOfArticle(articleId) : listMentionable(articleId),
  ]);
  return ok({ threads, people });
}

/** Puts other words into a comment of one's own. */
export async function editComment(actor: Actor, input: EditCommentInput): Promise<Result<Thread, Failure>> {
  const parsed = parseInput(editCommentInput, input);
  if (!parsed.ok) return parsed;
  const { commentId, revision, body, operationId } = parsed.value;
  const result = await inTransactionOnce(actor.id, operationId, async (tx) => {
    const found = await findOwn(tx, actor, "edit", { commentId, revision });
    if (!found.ok) return found;
    const { thread, comment } = found.value;
    if (comment.body !== body) await writeEdit(tx, actor, thread, comment, body);
    return asThread(await findThread(thread.id, tx));
  });
  return onlyVisible(actor, result, (thread) => thread.articleId);
}

/** Writes other words into a comment of a locked thread. */
export async function writeEdit(
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

/** Takes a comment of one's own away; that there was one stays to be seen while its thread is. */
export async function deleteComment(
  actor: Actor,
  input: DeleteCommentInput,
): Promise<Result<Thread, Failure>> {
  const parsed = parseInput(deleteCommentInput, input);
  if (!parsed.ok) return parsed;
  const result = await inTransactionOnce(actor.id, parsed.value.operationId, async (tx) => {
    const found = await findOwn(tx, actor, "delete", parsed.value);
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

/** A comment that somebody wants to change, in its locked thread. */
async function findOwn(
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
        "You changed this comment elsewhere in the meantime. What you typed is kept here: compare, and save again.",
      current: thread,
    });
  return ok({ thread, comment });
}

/** Says that a thread is settled, or opens it again. */
export async function resolveThread(
  actor: Actor,
  input: ResolveThreadInput,
): Promise<Result<Thread, Failure>> {
  const parsed = parseInput(resolveThreadInput, input);
  if (!parsed.ok) return parsed;
  const { threadId, resolved, operationId } = parsed.value;
  const result = await inTransactionOnce(actor.id, operationId, async (tx) => {
    const thread = await lockThread(tx, threadId);
    if (!thread) return notFound("comment");
    const action = resolved ? "resolve" : "reopen";
    const allowed = asResult(can(actor, action, "comment", { articleId: thread.articleId, authorId: null }));
    if (!allowed.ok) return allowed;
    // Somebody was quicker: it is as one wants it.
    if ((thread.resolved !== null) === resolved) return ok(thread);
    await setThreadResolved(tx, threadId, resolved ? actor.id : null);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: `comment.${action}`,
      targetType: "comment",
      // Of a thread, its first comment stands for it.
      targetId: thread.comments[0]?.id ?? threadId,
      articleId: thread.articleId,
      from: { threadId, claimId: thread.claimId, resolved: !resolved },
      to: { threadId, claimId: thread.claimId, resolved },
    });
    return asThread(await findThread(threadId, tx));
  });
  return onlyVisible(actor, result, (thread) => thread.articleId);
}

function asThread(thread: Thread | null): Result<Thread, Failure> {
  return thread ? ok(thread) : invalid("The comments could not be read again. Reload the page.");
}
