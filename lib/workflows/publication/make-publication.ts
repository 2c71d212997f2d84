import { updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { storePublicRows } from "@/lib/db/public-rows";
import { finishPublicationJob } from "@/lib/db/publication-jobs";
import { insertCorrection, insertPublication } from "@/lib/db/publications";
import { deleteSchedule } from "@/lib/db/scheduled-publications";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { Report } from "@/lib/reports/report";
import { err, ok, type Result } from "@/lib/result";
import { withLockedArticle } from "@/lib/workflows/articles/with-locked-article";
import { type PublicationDraft, type PublicationInput, publicationOpening } from "./draft-publication";
import { markPublished } from "./mark-published";
import { preparePublication } from "./prepare-publication";

/** What readers see from now on. */
export interface MadePublication {
  kind: "published";
  publicationId: string;
  number: number;
  slug: string;
}

/** Something in it has changed since it was drafted; `now` is what it would be. */
interface ChangedDraft {
  kind: "changed";
  now: PublicationDraft;
}

/**
 * Freezes an article into the publication that was drafted and rendered, if it would still be the same. Earlier publications stay unchanged;
 * Corrections describe the differences.
 * @param jobId of the job that this ends, in the same transaction
 */
export async function makePublication(
  actor: Actor,
  input: PublicationInput,
  draft: PublicationDraft,
  jobId: string | null = null,
): Promise<Result<MadePublication | ChangedDraft, Failure>> {
  let changed: PublicationDraft | undefined;
  const made = await withLockedArticle<typeof publicationOpening.input._output, MadePublication>(
    actor,
    publicationOpening,
    input,
    async (tx, article, { articleId, revision, corrections }) => {
      const prepared = await preparePublication(tx, article, actor, corrections, draft.stamp);
      if (!prepared.ok) return prepared;
      const { report, shown, claims, before, changes } = prepared.value;
      if (!isSame(shown, draft.shown)) {
        changed = { ...prepared.value, stamp: draft.stamp, slug: article.slug };
        // Never seen: it only rolls the transaction back.
        return err({ kind: "stale", message: "What was rendered has changed.", current: article });
      }
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
      await storePublicRows(tx, articleId);
      const published = new Set(report.claims.map((claim) => claim.id));
      await markPublished(tx, actor, claims, published, new Date(publishedAt));
      if (jobId !== null) await finishPublicationJob(tx, jobId, { publicationId });
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "article.publish",
        targetType: "article",
        targetId: articleId,
        articleId,
        from: { publication: before?.number ?? null },
        to: { publication: number, claims: report.claims.length, corrections: changes },
      });
      return ok({ kind: "published", publicationId, number, slug: article.slug });
    },
  );
  return changed ? ok({ kind: "changed", now: changed }) : made;
}

/** As they are stored: without what JSON leaves out. Both are made by `buildReport`, which writes names in the same order. */
function isSame(one: Report, other: Report): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
