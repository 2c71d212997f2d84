import type { Claim } from "@/lib/claims/claim";
import { getVersion } from "@/lib/db/article-versions";
import { type Article, findArticle } from "@/lib/db/articles";
import { type ClaimDraft, listClaimDrafts } from "@/lib/db/claim-drafts";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { findNewestSeq } from "@/lib/db/live-events";
import { findLatestPublicationJob, type PublicationJob } from "@/lib/db/publication-jobs";
import { getPublicationState } from "@/lib/db/read-publication";
import { getScale } from "@/lib/db/scales";
import { findSchedule, type ScheduledPublication } from "@/lib/db/scheduled-publications";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimFor } from "@/lib/policies/claim-for";
import type { RatingScale } from "@/lib/ratings/rating";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** Everything that the article page of the desk shows. */
export interface DeskArticle {
  article: Article & {
    /** `isOutdated`: the text, the title or the finding was changed since. */
    currentPublication: { id: string; number: number; publishedAt: string; isOutdated: boolean } | null;
    /** Whether a claim changed after the current publication. */
    hasUnpublishedChanges: boolean;
    /** The scheduled publication. */
    plan: ScheduledPublication | null;
    /** A long publication in preparation, or one of the actor's that failed and has not been superseded. */
    publicationJob: PublicationJob | null;
  };
  version: { id: string; number: number; doc: DocumentNode; text: string };
  scale: RatingScale;
  /** In reading order. */
  claims: Claim[];
  /** The actor's own. */
  drafts: ClaimDraft[];
  /** The newest event when this was read; later events are not included. */
  seq: number;
}

export async function getDeskArticle(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<DeskArticle, Failure>> {
  const allowed = asResult(can(actor, "read", "article", { articleId }));
  if (!allowed.ok) return allowed;
  const seq = await findNewestSeq();
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [version, scale, claims, drafts, publication, plan, job] = await Promise.all([
    getVersion(article.currentVersionId),
    getScale(article.scaleId),
    listClaimsOfArticle(article.id),
    listClaimDrafts(actor.id, article.id),
    article.currentPublicationId ? getPublicationState(article.currentPublicationId) : null,
    findSchedule(article.id),
    can(actor, "publish", "article").allowed ? findLatestPublicationJob(article.id) : null,
  ]);
  return ok({
    article: {
      ...article,
      currentPublication: publication && {
        id: publication.id,
        number: publication.number,
        publishedAt: publication.publishedAt,
        isOutdated: publication.isOutdated,
      },
      hasUnpublishedChanges:
        publication !== null && claims.some((claim) => claim.updatedAt > publication.publishedAt),
      plan,
      publicationJob: job && isCurrent(job, actor, article) ? job : null,
    },
    version: { id: version.id, number: version.number, doc: version.doc, text: version.text },
    scale: { name: scale.name, version: scale.version, ratings: scale.ratings },
    claims: claims.map((claim) => claimFor(actor, claim)),
    drafts,
    seq,
  });
}

function isCurrent(job: PublicationJob, actor: Actor, article: Article): boolean {
  if (job.state === "preparing") return true;
  return job.state === "failed" && job.requestedBy.id === actor.id && job.revision === article.revision;
}
