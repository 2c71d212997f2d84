import { z } from "zod";
import { lockArticle, updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { insertUnpublication } from "@/lib/db/publications";
import { deleteSchedule } from "@/lib/db/scheduled-publications";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { required } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { articleTransition } from "@/lib/review/article-transition";
import { markPublished } from "./mark-published";
import { asResult, invalid, notFound, parseInput } from "./refusals";

const input = z.object({
  articleId: z.string(),
  /** Article.revision that the page shows. */
  revision: z.int(),
  reason: required(
    "The reason",
    2000,
    "Say in public why it is taken back: readers find these words in its place.",
  ),
});

export type UnpublishArticleInput = z.input<typeof input>;

/** Takes a publication back. Readers find the reason at its address; what was published is kept, and can be published anew. */
export async function unpublishArticle(
  actor: Actor,
  given: UnpublishArticleInput,
): Promise<Result<{ revision: number }, Failure>> {
  const allowed = asResult(can(actor, "unpublish", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { articleId, revision, reason } = parsed.value;
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    if (article.revision !== revision)
      return err({
        kind: "stale",
        message:
          "The article was changed or published in the meantime. Look at it again before you take it back.",
        current: article,
      });
    const publicationId = article.currentPublicationId;
    const moved = articleTransition(
      { status: article.status, scheduledFor: null },
      { action: "unpublish", reason },
    );
    if (!moved.ok) return invalid(moved.error.message);
    if (!publicationId) return invalid("This article is not published: there is nothing to take back.");
    await insertUnpublication(tx, { articleId, publicationId, reason, byId: actor.id });
    await deleteSchedule(tx, articleId);
    const after = await updateArticle(tx, articleId, revision, {
      status: "unpublished",
      currentPublicationId: null,
    });
    await markPublished(tx, actor, await listClaimsOfArticle(articleId, tx), new Set(), new Date());
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.unpublish",
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { status: article.status },
      to: { status: "unpublished", reason },
    });
    return after ? ok({ revision: after.revision }) : notFound("article");
  });
}
