import { z } from "zod";
import { updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { insertUnpublication } from "@/lib/db/publications";
import { deleteSchedule } from "@/lib/db/scheduled-publications";
import type { Failure } from "@/lib/failure";
import { required } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { articleTransition } from "@/lib/review/article-transition";
import { withLockedArticle } from "@/lib/workflows/articles/with-locked-article";
import { invalid, notFound } from "@/lib/workflows/refusals";
import { markPublished } from "./mark-published";

const inputSchema = z.object({
  articleId: z.string(),
  /** The Article.revision that the page shows. */
  revision: z.int(),
  reason: required("The reason", 2000, "Enter a public reason: readers see it instead of the fact-check."),
});
const opening = { action: "unpublish", input: inputSchema, doing: "unpublish it" } as const;

export type UnpublishArticleInput = z.input<typeof inputSchema>;

/** Unpublishes an article. Readers see the reason at its address; the publication stays and can be published again. */
export async function unpublishArticle(
  actor: Actor,
  input: UnpublishArticleInput,
): Promise<Result<{ revision: number }, Failure>> {
  return withLockedArticle(actor, opening, input, async (tx, article, sent) => {
    const { articleId, revision, reason } = sent;
    const publicationId = article.currentPublicationId;
    const moved = articleTransition(
      { status: article.status, scheduledFor: null },
      { action: "unpublish", reason },
    );
    if (!moved.ok) return invalid(moved.error.message);
    if (!publicationId) return invalid("This article is not published.");
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
