import { z } from "zod";
import type { Comment, Thread } from "@/lib/comments/comment";
import { findArticle } from "@/lib/db/articles";
import { findThread, findThreadOf, listThreadPage } from "@/lib/db/comments";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

const pageInput = z.object({
  articleId: z.string(),
  /** Only the threads on this claim. */
  claimId: z.string().optional(),
  /** Only those that are resolved, or that are not. */
  resolved: z.boolean().optional(),
  /** `next` of the page before. */
  after: z.string().nullable(),
  limit: z.int().min(1).max(100),
});

/** A page of the threads of an article, oldest first. @returns the threads, where the next page begins, and the number of all */
export async function pageThreads(
  actor: Actor,
  input: z.input<typeof pageInput>,
): Promise<Result<{ threads: Thread[]; next: string | null; total: number }, Failure>> {
  const parsed = parseInput(pageInput, input);
  if (!parsed.ok) return parsed;
  const { after, limit, ...filter } = parsed.value;
  const allowed = canRead(actor, filter.articleId);
  if (!allowed.ok) return allowed;
  if (!(await findArticle(filter.articleId))) return notFound("article");
  return ok(await listThreadPage(filter, { after, limit }));
}

/** A thread with its comments. One whose comments were all deleted counts as gone. */
export async function getThread(
  actor: Actor,
  { threadId }: { threadId: string },
): Promise<Result<Thread, Failure>> {
  const thread = await findThread(threadId);
  if (!thread?.comments.some(({ deletedAt }) => deletedAt === null)) return notFound("comment");
  const allowed = canRead(actor, thread.articleId);
  return allowed.ok ? ok(thread) : allowed;
}

/** A comment that was not deleted, with its thread. */
export async function getComment(
  actor: Actor,
  { commentId }: { commentId: string },
): Promise<Result<{ thread: Thread; comment: Comment }, Failure>> {
  const thread = await findThreadOf(commentId);
  const comment = thread?.comments.find(({ id }) => id === commentId);
  if (!thread || !comment || comment.deletedAt) return notFound("comment");
  const allowed = canRead(actor, thread.articleId);
  return allowed.ok ? ok({ thread, comment }) : allowed;
}

function canRead(actor: Actor, articleId: string): Result<null, Failure> {
  return asResult(can(actor, "read", "comment", { articleId, authorId: null }));
}
