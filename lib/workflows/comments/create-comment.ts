import type { Claim } from "@/lib/claims/claim";
import type { Thread } from "@/lib/comments/comment";
import {
  type CommentTargetInput,
  type CreateCommentInput,
  createCommentInput,
} from "@/lib/comments/comment-input";
import { mentionedIds } from "@/lib/comments/mentions";
import { findArticle, getVersionText, lockArticle } from "@/lib/db/articles";
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
import { writeEdit } from "./comments";

/**
 * Writes a comment: in a thread, which opens again by it, or as the first of a new one. The same idempotency key makes the same comment
 * once; where other words come with it the second time, they take the place of the first.
 */
export async function createComment(
  actor: Actor,
  given: CreateCommentInput,
): Promise<Result<{ thread: Thread; commentId: string }, Failure>> {
  const parsed = parseInput(createCommentInput, given);
  if (!parsed.ok) return parsed;
  const { target, body } = parsed.value;
  // A key belongs to who made it: nobody learns of another's comment by guessing one.
  const idempotencyKey = `${actor.id}:${parsed.value.idempotencyKey}`;

  return inTransaction(async (tx) => {
    const place = await findPlace(tx, actor, target);
    if (!place.ok) return place;
    const made = await findCommentByIdempotencyKey(tx, idempotencyKey);
    if (made) return repeated(tx, actor, { ...made, articleId: place.value.articleId }, body);
    const opened = await openThread(tx, place.value);
    if (!opened.ok) return opened;
    const threadId = opened.value;
    const { articleId, claim, thread } = place.value;
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

/** What a comment is written on, found and locked where it matters. */
interface Place {
  articleId: string;
  claim: Claim | null;
  /** Null where a new one begins. */
  thread: Thread | null;
  passage: { versionId: string; start: number; end: number; currentVersionId: string } | null;
}

async function findPlace(tx: Tx, actor: Actor, target: CommentTargetInput): Promise<Result<Place, Failure>> {
  const nowhere = { claim: null, thread: null, passage: null };
  const place = await (async (): Promise<Place | null> => {
    switch (target.on) {
      case "thread": {
        const thread = await lockThread(tx, target.threadId);
        const claim = thread?.claimId ? await findClaim(thread.claimId, tx) : null;
        return thread && { ...nowhere, articleId: thread.articleId, thread, claim };
      }
      case "claim": {
        const claim = await findClaim(target.claimId, tx);
        return claim && !claim.deleted ? { ...nowhere, articleId: claim.articleId, claim } : null;
      }
      case "passage": {
        // Locked, so that no new version comes in between.
        const article = await lockArticle(tx, target.articleId);
        const { versionId, start, end } = target;
        return (
          article && {
            ...nowhere,
            articleId: article.id,
            passage: { versionId, start, end, currentVersionId: article.currentVersionId },
          }
        );
      }
      case "article": {
        const article = await findArticle(target.articleId, tx);
        return article && { ...nowhere, articleId: article.id };
      }
    }
  })();
  if (!place)
    return notFound(target.on === "thread" ? "comment" : target.on === "claim" ? "claim" : "article");
  const { articleId } = place;
  const allowed = asResult(can(actor, "comment", "comment", { articleId, authorId: null }));
  return allowed.ok ? ok(place) : allowed;
}

/** The thread that a comment goes into, open. @returns its id */
async function openThread(tx: Tx, place: Place): Promise<Result<string, Failure>> {
  const { articleId, claim, thread, passage } = place;
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
        "The article's text has changed since you opened it. What you wrote is kept: reload the page, select the passage again and press C.",
      current: { versionId: currentVersionId },
    });
  const described = describeRange(await getVersionText(versionId, tx), range);
  if (!described.ok) return described;
  return ok(await insertThread(tx, { articleId, claimId: null, passage: { ...described.value, versionId } }));
}

/** The call came a second time, as its first answer never arrived. What was typed meanwhile is not lost. */
async function repeated(
  tx: Tx,
  actor: Actor,
  made: { threadId: string; commentId: string; articleId: string },
  body: string,
): Promise<Result<{ thread: Thread; commentId: string }, Failure>> {
  const thread = await lockThread(tx, made.threadId);
  const comment = thread?.comments.find(({ id }) => id === made.commentId);
  // It was asked about this article only: the other may be none that the actor still sees.
  if (!thread || !comment || thread.articleId !== made.articleId) return notFound("comment");
  if (!comment.deletedAt && comment.body !== body) await writeEdit(tx, actor, thread, comment, body);
  const after = await findThread(made.threadId, tx);
  return after ? ok({ thread: after, commentId: made.commentId }) : notFound("comment");
}
