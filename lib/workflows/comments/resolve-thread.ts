import type { Thread } from "@/lib/comments/comment";
import { type ResolveThreadInput, resolveThreadInput } from "@/lib/comments/comment-input";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findThread, lockThread, setThreadResolved } from "@/lib/db/comments";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, onlyVisible, parseInput } from "@/lib/workflows/refusals";
import { asThread } from "./find-own-comment";

/** Resolves a thread, or reopens it. */
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
    // Someone else already did this.
    if ((thread.resolved !== null) === resolved) return ok(thread);
    await setThreadResolved(tx, threadId, resolved ? actor.id : null);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: `comment.${action}`,
      targetType: "comment",
      // A thread is identified by its first comment.
      targetId: thread.comments[0]?.id ?? threadId,
      articleId: thread.articleId,
      from: { threadId, claimId: thread.claimId, resolved: !resolved },
      to: { threadId, claimId: thread.claimId, resolved },
    });
    return asThread(await findThread(threadId, tx));
  });
  return onlyVisible(actor, result, (thread) => thread.articleId);
}
