import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import type { Thread } from "@/lib/comments/comment";
import { findArticle } from "@/lib/db/articles";
import { listMentionable, listPeopleOfArticle, listThreads as listThreadsOf } from "@/lib/db/comments";
import type { Failure } from "@/lib/failure";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** The threads of an article, and the people who can be mentioned in them. */
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
