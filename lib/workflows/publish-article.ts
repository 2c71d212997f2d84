import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Article, getVersion, lockArticle, updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { findPublication, insertCorrection, insertPublication, listCorrections } from "@/lib/db/publications";
import { listApprovals } from "@/lib/db/reviews";
import { getScale } from "@/lib/db/scales";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { articleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { buildReport, type PublicationContext, type ReportSnapshot } from "@/lib/reports/build-report";
import { describeChanges, type ReportChange } from "@/lib/reports/describe-changes";
import type { Report } from "@/lib/reports/report";
import { err, ok, type Result } from "@/lib/result";
import { publicationReadiness } from "@/lib/review/publication-readiness";
import { asResult, invalid, notFound, parseInput } from "./refusals";

const input = z.object({
  articleId: z.string(),
  /** Article.revision that the page shows. */
  revision: z.int(),
  /** Public notes for what readers had seen and that is different now. */
  corrections: z
    .array(
      z.object({
        claimId: z.string(),
        note: z.string().max(2000, "The note has more than 2,000 characters. Shorten it."),
      }),
    )
    .default([]),
});

export type PublishArticleInput = z.input<typeof input>;

/**
 * Freezes an article with its approved claims into a publication, and makes it the one that readers see. What was published
 * before stays as it was; where it is changed, a Correction says so.
 */
export async function publishArticle(
  actor: Actor,
  given: PublishArticleInput,
): Promise<Result<{ publicationId: string; number: number; slug: string }, Failure>> {
  const allowed = asResult(can(actor, "publish", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { articleId, revision, corrections } = parsed.value;
  const notes = new Map(corrections.map(({ claimId, note }) => [claimId, note.trim()]));

  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    if (article.revision !== revision)
      return err({
        kind: "stale",
        message: "The article was changed or published in the meantime. Look at it again before you publish.",
        current: article,
      });
    const snapshot = await takeSnapshot(tx, article);
    if (!snapshot.ok) return snapshot;
    const before = article.currentPublicationId
      ? await findPublication(article.currentPublicationId, tx)
      : null;
    const context: PublicationContext = {
      publicationId: crypto.randomUUID(),
      number: (before?.number ?? 0) + 1,
      now: new Date().toISOString(),
      publishedBy: actor.name,
    };
    const draft = buildReport(snapshot.value, context);
    const changes = before ? describeChanges(before.report, draft) : [];
    if (before && isSame(before.report, draft))
      return invalid("Nothing has changed since the last publication. There is nothing new to publish.");
    const unexplained = [...new Set(changes.map((change) => change.claimId))].filter((id) => !notes.get(id));
    if (unexplained.length > 0) return askForNotes(changes, unexplained);

    const report: Report = {
      ...draft,
      corrections: [...newCorrections(changes, notes, draft), ...draft.corrections],
    };
    await insertPublication(tx, {
      articleId,
      versionId: article.currentVersionId,
      report,
      publishedById: actor.id,
    });
    for (const { claimId, field, from, to } of changes)
      await insertCorrection(tx, {
        articleId,
        claimId,
        field,
        from,
        to,
        publicationId: context.publicationId,
        note: notes.get(claimId) ?? "",
        madeById: actor.id,
        madeAt: new Date(context.now),
      });
    await updateArticle(tx, articleId, revision, {
      status: "published",
      currentPublicationId: context.publicationId,
    });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.publish",
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { publication: before?.number ?? null },
      to: { publication: context.number, claims: report.claims.length, corrections: changes },
    });
    return ok({ publicationId: context.publicationId, number: context.number, slug: article.slug });
  });
}

async function takeSnapshot(tx: Tx, article: Article): Promise<Result<ReportSnapshot, Failure>> {
  const claims = await listClaimsOfArticle(article.id, tx);
  const readiness = publicationReadiness(
    claims.map(({ id, number, state, leftOut, anchor }) => ({
      id,
      number,
      state,
      leftOut,
      anchorOutcome: anchor.outcome,
    })),
  );
  if (!readiness.ready) {
    const messages = readiness.blockers.map((blocker) => blocker.message);
    return invalid(messages[0] ?? "The article is not ready.", { blockers: messages });
  }
  const shown = claims.filter((claim) => claim.state === "approved" && !claim.leftOut);
  const [version, scale, approvals, corrections] = [
    await getVersion(article.currentVersionId, tx),
    await getScale(article.scaleId, tx),
    await listApprovals(
      shown.map((claim) => claim.id),
      tx,
    ),
    await listCorrections(tx, article.id),
  ];
  const { slug, title, byline, publisher, publishedOn, sourceUrl, language } = article;
  return ok({
    article: { slug, title, byline, publisher, publishedOn, sourceUrl, language },
    version: {
      number: version.number,
      textHash: version.textHash,
      doc: articleSchema.nodeFromJSON(version.doc),
    },
    scale: { name: scale.name, version: scale.version, ratings: scale.ratings },
    claims: shown,
    approvals: approvals.map(({ claimId, actor, at }) => ({ claimId, name: actor.name, at })),
    corrections,
  });
}

/** Whether readers would see the same, who signed and when aside. */
function isSame(before: Report, after: Report): boolean {
  const seen = ({ article, scale, claims, sources }: Report) =>
    JSON.parse(
      JSON.stringify({
        article,
        ratings: scale.ratings,
        claims: claims.map(({ verdictAt: _, verdictBy: __, approvedBy: ___, ...claim }) => claim),
        sources,
      }),
    ) as object;
  return isDeepStrictEqual(seen(before), seen(after));
}

function askForNotes(
  changes: readonly ReportChange[],
  claimIds: readonly string[],
): { ok: false; error: Failure } {
  return invalid(
    "Readers have seen what is changed here. Say in a public note why, for each claim named below.",
    Object.fromEntries(
      claimIds.map((id) => [
        `corrections.${id}`,
        changes
          .filter((change) => change.claimId === id)
          .map((change) => `${change.field}: ${change.from} → ${change.to}`),
      ]),
    ),
  );
}

function newCorrections(
  changes: readonly ReportChange[],
  notes: ReadonlyMap<string, string>,
  report: Report,
) {
  const numberOf = new Map(report.claims.map((claim) => [claim.id, claim.number]));
  return changes.map(({ claimId, field, from, to }) => ({
    claim: numberOf.get(claimId) ?? null,
    field,
    from,
    to,
    note: notes.get(claimId) ?? "",
    madeAt: report.publication.publishedAt,
  }));
}
