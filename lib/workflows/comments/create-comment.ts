import type { Claim } from "@/lib/claims/claim";
import type { Thread } from "@/lib/comments/comment";
import {
  type CommentTargetInput,
  type CreateCommentInput,
  createCommentInput,
} from "@/lib/comments/comment-input";
import { mentionedIds } from "@/lib/comments/mentions";
import { getVersionText } from "@/lib/db/article-versions";
import { findArticle, lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaim } from "@/lib/db/claims";
import {
  findCommentByIdempotencyKey,
  findThread,
  insertComment,
  insertThread,
  lockThread,
  setThreadResolved,
} from "@/lib/db/comments";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { describeRange } from "@/lib/workflows/claims/move-claim";
import { notify, ownersOf } from "@/lib/workflows/notifications/notify";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { storeCommentEdit } from "./edit-comment";

/**
 * Adds a comment to a thread, which reopens it, or starts a new thread. Repeating the idempotency key returns the same comment; if the
 * text differs the second time, it replaces the first.
 */
export async function createComment(
  actor: Actor,
  input: CreateCommentInput,
): Promise<Result<{ thread: Thread; commentId: string }, Failure>> {
  const parsed = parseInput(createCommentInput, input);
  if (!parsed.ok) return parsed;
  const { target, body } = parsed.value;
  // Keys are per person, so that no one can find another's comment by guessing a key.
  const idempotencyKey = `${actor.id}:${parsed.value.idempotencyKey}`;

  return inTransaction(async (tx) => {
    const found = await findTarget(tx, actor, target);
    if (!found.ok) return found;
    const made = await findCommentByIdempotencyKey(tx, idempotencyKey);
    if (made) return repeatComment(tx, actor, { ...made, articleId: found.value.articleId }, body);
    const opened = await openThread(tx, found.value);
    if (!opened.ok) return opened;
    const threadId = opened.value;
    const { articleId, claim, thread } = found.value;
    const commentId = await insertComment(tx, { threadId, authorId: actor.id, body, idempotencyKey });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "comment.create",
      targetType: "comment",
      targetId: commentId,
      articleId,
      to: {
        threadId,
        on: claim ? "claim" : thread?.passage || target.on === "passage" ? "passage" : "article",
        claimId: claim?.id ?? null,
        reply: thread !== null,
        body,
      },
    });
    await notify(
      tx,
      {
        kind: "comment",
        actorId: actor.id,
        mentionedIds: mentionedIds(body),
        participantIds: (thread?.comments ?? []).map(({ author }) => author.id),
        ownerIds: claim ? ownersOf(claim) : [],
      },
      { eventKey: `comment:${commentId}`, articleId, claimId: claim?.id ?? null, commentId },
    );
    const after = await findThread(threadId, tx);
    return after ? ok({ thread: after, commentId }) : notFound("comment");
  });
}

/** What a comment is attached to, locked where needed. */
interface CommentTarget {
  articleId: string;
  claim: Claim | null;
  /** Null for a new thread. */
  thread: Thread | null;
  passage: { versionId: string; start: number; end: number; currentVersionId: string } | null;
}

async function findTarget(
  tx: Tx,
  actor: Actor,
  target: CommentTargetInput,
): Promise<Result<CommentTarget, Failure>> {
  const noTarget = { claim: null, thread: null, passage: null };
  const found = await (async (): Promise<CommentTarget | null> => {
    switch (target.on) {
      case "thread": {
        const thread = await lockThread(tx, target.threadId);
        const claim = thread?.claimId ? await findClaim(thread.claimId, tx) : null;
        return thread && { ...noTarget, articleId: thread.articleId, thread, claim };
      }
      case "claim": {
        const claim = await findClaim(target.claimId, tx);
        return claim && !claim.deleted ? { ...noTarget, articleId: claim.articleId, claim } : null;
      }
      case "passage": {
        // Locked, so that no new version is stored in between.
        const article = await lockArticle(tx, target.articleId);
        const { versionId, start, end } = target;
        return (
          article && {
            ...noTarget,
            articleId: article.id,
            passage: { versionId, start, end, currentVersionId: article.currentVersionId },
          }
        );
      }
      case "article": {
        const article = await findArticle(target.articleId, tx);
        return article && { ...noTarget, articleId: article.id };
      }
    }
  })();
  if (!found)
    return notFound(target.on === "thread" ? "comment" : target.on === "claim" ? "claim" : "article");
  const { articleId } = found;
  const allowed = asResult(can(actor, "comment", "comment", { articleId, authorId: null }));
  return allowed.ok ? ok(found) : allowed;
}

/** Reopens or creates the thread that a comment goes into. @returns its id */
async function openThread(tx: Tx, target: CommentTarget): Promise<Result<string, Failure>> {
  const { articleId, claim, thread, passage } = target;
  if (thread) {
    if (thread.resolved) await setThreadResolved(tx, thread.id, null);
    return ok(thread.id);
  }
  if (!passage) return ok(await insertThread(tx, { articleId, claimId: claim?.id ?? null, passage: null }));
  const { versionId, currentVersionId, ...range } = passage;
  if (versionId !== currentVersionId)
    return err({
      kind: "stale",
      message:
        "The article's text has changed since you opened it. Your comment is saved: reload the page, select the passage again and choose Comment.",
      current: { versionId: currentVersionId },
    });
  const described = describeRange(await getVersionText(versionId, tx), range);
  if (!described.ok) return described;
  return ok(await insertThread(tx, { articleId, claimId: null, passage: { ...described.value, versionId } }));
}

/** Answers a repeated call whose first answer never arrived. Text typed in the meantime replaces the first. */
async function repeatComment(
  tx: Tx,
  actor: Actor,
  made: { threadId: string; commentId: string; articleId: string },
  body: string,
): Promise<Result<{ thread: Thread; commentId: string }, Failure>> {
  const thread = await lockThread(tx, made.threadId);
  const comment = thread?.comments.find(({ id }) => id === made.commentId);
  // Permission was checked for this article only; the actor might not be able to see the other one.
  if (!thread || !comment || thread.articleId !== made.articleId) return notFound("comment");
  if (!comment.deletedAt && comment.body !== body) await storeCommentEdit(tx, actor, thread, comment, body);
  const after = await findThread(made.threadId, tx);
  return after ? ok({ thread: after, commentId: made.commentId }) : notFound("comment");
}
