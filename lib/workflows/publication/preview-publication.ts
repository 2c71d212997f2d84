import { createHash } from "node:crypto";
import { type Article, findArticle } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { findLatestPublicationJob, type PublicationJob } from "@/lib/db/publication-jobs";
import { findSchedule, type ScheduledPublication } from "@/lib/db/scheduled-publications";
import { inSnapshot, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { findingFromCounts } from "@/lib/reports/finding-of";
import {
  isSameForReaders,
  type PublicationChanges,
  publicationChanges,
} from "@/lib/reports/publications/publication-changes";
import type { Report } from "@/lib/reports/report";
import { ok, type Result } from "@/lib/result";
import type { Blocker } from "@/lib/review/publication-readiness";
import { asResult, notFound } from "@/lib/workflows/refusals";
import { blockersOf, type DraftReport, draftReport } from "./draft-report";

/** What publishing an article now would do. */
export interface PublicationPreview {
  article: Article;
  /** What keeps it from being published; each names the claim, if it is about one. */
  blockers: Blocker[];
  /** The publication that this would make: 1 for the first. */
  number: number;
  /** What readers see now, or saw last. */
  before: { number: number; publishedAt: string } | null;
  /** Whether readers would see what they see now. */
  isSame: boolean;
  /** Without claims that are removed only because they are not approved yet: those are blockers. */
  changes: PublicationChanges;
  /** As readers would see them. */
  signers: Report["signers"];
  /** The finding that is made from the counts. */
  countedFinding: string;
  /** Changes with what readers would see, so that a page knows when its preview is out of date. */
  fingerprint: string;
  plan: ScheduledPublication | null;
  /** A long publication in preparation, or one that failed and has not been superseded. */
  job: PublicationJob | null;
}

/** Shows what publishing an article now would change, what blocks it, and who signs. Stores nothing. */
export async function previewPublication(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<PublicationPreview, Failure>> {
  const drafted = await withDraft(actor, articleId, async (tx, article, draft) => {
    const plan = await findSchedule(articleId, tx);
    return { article, draft, plan };
  });
  if (!drafted.ok) return drafted;
  const { article, plan, draft } = drafted.value;
  const { shown, before, blockers } = draft;
  const changes = publicationChanges(before?.report ?? null, shown);
  const blocked = new Set(blockers.map(({ claimId }) => claimId));
  return ok({
    article,
    blockers,
    number: shown.publication.number,
    before: before && { number: before.number, publishedAt: before.report.publication.publishedAt },
    isSame: article.status === "published" && before !== null && isSameForReaders(before.report, shown),
    changes: { ...changes, removed: changes.removed.filter(({ claimId }) => !blocked.has(claimId)) },
    signers: shown.signers,
    countedFinding: findingFromCounts(shown.summary.counts, shown.scale.ratings),
    fingerprint: fingerprintOf(shown),
    plan,
    job: await findLatestPublicationJob(articleId),
  });
}

/** What a draft of an article is read from, in one snapshot of the database. */
export async function withDraft<T>(
  actor: Actor,
  articleId: string,
  read: (tx: Tx, article: Article, draft: DraftReport & { blockers: Blocker[] }) => Promise<T>,
): Promise<Result<T, Failure>> {
  const allowed = asResult(can(actor, "publish", "article"));
  if (!allowed.ok) return allowed;
  return inSnapshot(async (tx): Promise<Result<T, Failure>> => {
    const article = await findArticle(articleId, tx);
    if (!article) return notFound("article");
    const claims = await listClaimsOfArticle(article.id, tx);
    const stamp = { id: crypto.randomUUID(), now: new Date().toISOString() };
    const draft = await draftReport(tx, article, { claims, actor, stamp });
    return ok(await read(tx, article, { ...draft, blockers: blockersOf(article, claims) }));
  });
}

/** Of a Report without its id and its instants, which differ in each draft. */
function fingerprintOf(report: Report): string {
  const { id: _, ...publication } = report.publication;
  const json = JSON.stringify({ ...report, publication }, (_key, value: unknown) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? "" : value,
  );
  return createHash("sha256").update(json).digest("base64url").slice(0, 22);
}
