import { z } from "zod";
import { type Article, findArticle, updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { articleDetailsInput } from "./article-input";
import { asResult, notFound, parseInput } from "./refusals";

const input = articleDetailsInput.extend({ articleId: z.string(), revision: z.int() });

export type UpdateArticleDetailsInput = z.input<typeof input>;

/** Changes what an article is known by. Its text and its address stay. */
export async function updateArticleDetails(
  actor: Actor,
  given: UpdateArticleDetailsInput,
): Promise<Result<Article, Failure>> {
  const allowed = asResult(can(actor, "edit-details", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { articleId, revision, ...details } = parsed.value;
  return inTransaction(async (tx) => {
    const before = await findArticle(articleId, tx);
    if (!before) return notFound("article");
    const after = await updateArticle(tx, articleId, revision, details);
    if (!after)
      return err({
        kind: "stale",
        message: "Somebody changed these details in the meantime. Compare both, then save again.",
        current: await findArticle(articleId, tx),
      });
    const { title, publisher, byline, sourceUrl, publishedOn, language } = before;
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.edit-details",
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { title, publisher, byline, sourceUrl, publishedOn, language },
      to: details,
    });
    return ok(after);
  });
}
