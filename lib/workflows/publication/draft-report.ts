import { type Claim, isSigned } from "@/lib/claims/claim";
import { getVersion } from "@/lib/db/article-versions";
import type { Article } from "@/lib/db/articles";
import { findLatestPublication, listCorrections } from "@/lib/db/publications";
import type { Publication } from "@/lib/db/read-publication";
import { listRedactions } from "@/lib/db/redactions";
import { listApprovals } from "@/lib/db/reviews";
import { getScale } from "@/lib/db/scales";
import type { Tx } from "@/lib/db/transaction";
import { withinOutputBounds } from "@/lib/document/output-bounds";
import { articleSchema } from "@/lib/document/schema";
import type { Actor } from "@/lib/policies/actor";
import { applyRedactions } from "@/lib/redactions/apply-redactions";
import { buildReport, type ReportSnapshot } from "@/lib/reports/build-report";
import type { ReportChange } from "@/lib/reports/describe-changes";
import type { CorrectionKind, Report } from "@/lib/reports/report";
import { type Blocker, publicationReadiness } from "@/lib/review/publication-readiness";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";

/** What a publication is named and dated; prepared twice with the same, unchanged data gives the same Report. */
export interface PublicationStamp {
  id: string;
  /** ISO 8601 instant. */
  now: string;
}

/** A change to what readers had seen, with its public note. */
export type NotedChange = ReportChange & { kind: CorrectionKind; note: string };

/** The Report of a publication that is not made yet, without its new corrections. */
export interface DraftReport {
  draft: Report;
  /** The same without what was redacted from earlier publications, as readers would see it. */
  shown: Report;
  redactions: Awaited<ReturnType<typeof listRedactions>>;
  /** What readers saw last, even if it was unpublished since. */
  before: Publication | null;
}

/** Why a manuscript can't be published. */
export const MANUSCRIPT =
  "This is a manuscript, which readers never see. Turn it into a public fact-check first, then give its claims verdicts.";

/** What keeps an article from being published; empty if nothing does. */
export function blockersOf({ purpose }: Pick<Article, "purpose">, claims: readonly Claim[]): Blocker[] {
  if (purpose === "manuscript") return [{ claimId: null, message: MANUSCRIPT }];
  const readiness = publicationReadiness(
    claims.map(({ id, number, state, excluded, anchor }) => ({
      id,
      number,
      state,
      excluded,
      anchorOutcome: anchor.outcome,
    })),
  );
  return readiness.ready ? [] : readiness.blockers;
}

/** Builds the Report of an article from its signed claims, whether it can be published or not; stores nothing. */
export async function draftReport(
  tx: Tx,
  article: Article,
  { claims, actor, stamp }: { claims: readonly Claim[]; actor: Actor; stamp: PublicationStamp },
): Promise<DraftReport> {
  const snapshot = await takeSnapshot(
    tx,
    article,
    claims.filter((claim) => isSigned(claim) && !claim.excluded),
  );
  const before = await findLatestPublication(article.id, tx);
  const draft = buildReport(snapshot, {
    publicationId: stamp.id,
    number: (before?.number ?? 0) + 1,
    now: stamp.now,
    publishedBy: { id: actor.id, name: actor.name },
    before: before?.report ?? null,
  });
  // Compared as readers see them, so that neither a correction nor the audit log repeats what was redacted.
  const redactions = await listRedactions(article.id, tx);
  return { draft, shown: applyRedactions(draft, redactions), redactions, before };
}

/** A Report with a correction for each change, the newest first. */
export function withCorrections(report: Report, changes: readonly NotedChange[]): Report {
  const numberOf = new Map(report.claims.map((claim) => [claim.id, claim.number]));
  const added = changes.map(({ claimId, ...change }) => ({
    claim: numberOf.get(claimId) ?? null,
    ...change,
    madeAt: report.publication.publishedAt,
  }));
  return { ...report, corrections: [...added, ...report.corrections] };
}

/**
 * The Report of an article as it is now, without what was redacted from earlier publications; nobody has published it.
 * @param claims those that it has, signed or not, each with a verdict and a position in the current text
 */
export async function buildDraftReport(tx: Tx, article: Article, claims: readonly Claim[]): Promise<Report> {
  const snapshot = await takeSnapshot(tx, article, claims);
  const before = await findLatestPublication(article.id, tx);
  const report = buildReport(snapshot, {
    publicationId: crypto.randomUUID(),
    number: (before?.number ?? 0) + 1,
    now: new Date().toISOString(),
    publishedBy: null,
    before: before?.report ?? null,
  });
  return applyRedactions(report, await listRedactions(article.id, tx));
}

/** @param shown the claims of the Report */
async function takeSnapshot(tx: Tx, article: Article, shown: readonly Claim[]): Promise<ReportSnapshot> {
  const [version, scale, approvals, corrections, { organisation }] = [
    await getVersion(article.currentVersionId, tx),
    await getScale(article.scaleId, tx),
    // Nobody sees who voted before all have.
    await listApprovals(
      shown.filter(isSigned).map((claim) => claim.id),
      tx,
    ),
    await listCorrections(tx, article.id),
    await readDeskSettings(tx),
  ];
  const { slug, title, byline, publisher, publishedOn, sourceUrl, language, finding } = article;
  return {
    article: { slug, title, byline, publisher, publishedOn, sourceUrl, language },
    organisation,
    finding,
    version: {
      number: version.number,
      textHash: version.textHash,
      // A version stored before there were bounds can exceed them.
      doc: withinOutputBounds(articleSchema.nodeFromJSON(version.doc)),
    },
    scale: { name: scale.name, version: scale.version, ratings: scale.ratings },
    claims: shown,
    approvals: approvals.map(({ claimId, actor: person, at }) => ({ claimId, person, at })),
    corrections,
  };
}
