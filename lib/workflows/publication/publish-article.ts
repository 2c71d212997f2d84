import { z } from "zod";
import { updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertCorrection, insertPublication } from "@/lib/db/publications";
import { deleteSchedule } from "@/lib/db/scheduled-publications";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { withLockedArticle } from "@/lib/workflows/articles/with-locked-article";
import { markPublished } from "./mark-published";
import { correctionNotes, preparePublication } from "./prepare-publication";

const inputSchema = z.object({
  articleId: z.string(),
  /** The Article.revision that the page shows. */
  revision: z.int(),
  corrections: correctionNotes,
});
const opening = { action: "publish", input: inputSchema, doing: "publish" } as const;

export type PublishArticleInput = z.input<typeof inputSchema>;

/**
 * Freezes an article with its approved claims into a publication, and makes it the one that readers see. Earlier publications stay
 * unchanged; Corrections describe the differences.
 */
export async function publishArticle(
  actor: Actor,
  input: PublishArticleInput,
): Promise<Result<{ publicationId: string; number: number; slug: string }, Failure>> {
  return withLockedArticle(actor, opening, input, async (tx, article, sent) => {
    const { articleId, revision, corrections } = sent;
    const prepared = await preparePublication(tx, article, actor, corrections);
    if (!prepared.ok) return prepared;
    const { report, claims, before, changes } = prepared.value;
    const { id: publicationId, number, publishedAt } = report.publication;
    await insertPublication(tx, {
      articleId,
      versionId: article.currentVersionId,
      report,
      publishedById: actor.id,
    });
    for (const change of changes)
      await insertCorrection(tx, {
        articleId,
        ...change,
        publicationId,
        madeById: actor.id,
        madeAt: new Date(publishedAt),
      });
    await deleteSchedule(tx, articleId);
    await updateArticle(tx, articleId, revision, {
      status: "published",
      currentPublicationId: publicationId,
    });
    const shown = new Set(report.claims.map((claim) => claim.id));
    await markPublished(tx, actor, claims, shown, new Date(publishedAt));
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.publish",
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { publication: before?.number ?? null },
      to: { publication: number, claims: report.claims.length, corrections: changes },
    });
    return ok({ publicationId, number, slug: article.slug });
  });
}
