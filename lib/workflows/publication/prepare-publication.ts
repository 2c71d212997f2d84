import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Claim, isSigned } from "@/lib/claims/claim";
import { getVersion } from "@/lib/db/article-versions";
import type { Article } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { findLatestPublication, listCorrections } from "@/lib/db/publications";
import type { Publication } from "@/lib/db/read-publication";
import { listRedactions } from "@/lib/db/redactions";
import { listApprovals } from "@/lib/db/reviews";
import { getScale } from "@/lib/db/scales";
import type { Tx } from "@/lib/db/transaction";
import { withinOutputBounds } from "@/lib/document/output-bounds";
import { articleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { applyRedactions } from "@/lib/redactions/apply-redactions";
import { buildReport, type ReportSnapshot } from "@/lib/reports/build-report";
import { describeChanges, type ReportChange } from "@/lib/reports/describe-changes";
import { CORRECTION_KINDS, type CorrectionKind, type Report } from "@/lib/reports/report";
import { reportWords } from "@/lib/reports/report-words";
import { ok, type Result } from "@/lib/result";
import { articleTransition } from "@/lib/review/article-transition";
import { publicationReadiness } from "@/lib/review/publication-readiness";
import { invalid } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";

/** Public notes on changes to what readers had seen. */
export const correctionNotes = z
  .array(
    z.object({
      claimId: z.string(),
      kind: z
        .enum(CORRECTION_KINDS, "Choose whether this is a correction, a clarification or an update.")
        .default("correction"),
      note: z.string().max(2000, "The note has more than 2,000 characters. Shorten it."),
    }),
  )
  .default([]);

export type CorrectionNotes = z.output<typeof correctionNotes>;

export interface PreparedPublication {
  report: Report;
  /** The same without what was redacted from earlier publications, as readers will see it. */
  shown: Report;
  /** How many redactions the article has. */
  redactions: number;
  /** All claims of the article. */
  claims: Claim[];
  /** What readers saw last, even if it was unpublished since. */
  before: Publication | null;
  /** Each with its public note. */
  changes: (ReportChange & { kind: CorrectionKind; note: string })[];
}

/** What a publication is named and dated; prepared twice with the same, unchanged data gives the same Report. */
export interface PublicationStamp {
  id: string;
  /** ISO 8601 instant. */
  now: string;
}

/**
 * Builds what readers would see if an article were published now; stores nothing. Fails if a claim is not ready, a public note is
 * missing, or nothing has changed.
 */
export async function preparePublication(
  tx: Tx,
  article: Article,
  actor: Actor,
  corrections: CorrectionNotes,
  stamp: PublicationStamp = { id: crypto.randomUUID(), now: new Date().toISOString() },
): Promise<Result<PreparedPublication, Failure>> {
  const notes: Notes = new Map(
    corrections
      .map(({ claimId, kind, note }) => [claimId, { kind, note: note.trim() }] as const)
      .filter(([, { note }]) => note !== ""),
  );
  const claims = await listClaimsOfArticle(article.id, tx);
  const snapshot = await takeSnapshot(tx, article, claims);
  if (!snapshot.ok) return snapshot;
  const before = await findLatestPublication(article.id, tx);
  const draft = buildReport(snapshot.value, {
    publicationId: stamp.id,
    number: (before?.number ?? 0) + 1,
    now: stamp.now,
    publishedBy: { id: actor.id, name: actor.name },
    before: before?.report ?? null,
  });
  // Compared as readers see them, so that neither a correction nor the audit log repeats what was redacted.
  const redactions = await listRedactions(article.id, tx);
  const shown = applyRedactions(draft, redactions);
  const changes = before ? describeChanges(before.report, shown) : [];
  if (before && article.status === "published" && isSame(before.report, shown))
    return invalid("Nothing has changed since the last publication. There is nothing new to publish.");
  const unexplained = [...new Set(changes.map((change) => change.claimId))].filter((id) => !notes.has(id));
  if (unexplained.length > 0) return askForNotes(changes, unexplained);
  const noted = changes.map((change) => ({ ...change, ...noteOn(notes, change.claimId) }));
  const report = { ...draft, corrections: [...newCorrections(noted, draft), ...draft.corrections] };
  return ok({
    report,
    shown: applyRedactions(report, redactions),
    redactions: redactions.length,
    claims,
    before,
    changes: noted,
  });
}

async function takeSnapshot(
  tx: Tx,
  article: Article,
  claims: readonly Claim[],
): Promise<Result<ReportSnapshot, Failure>> {
  if (article.purpose === "manuscript")
    return invalid(
      "This is a manuscript, which readers never see. Turn it into a public fact-check first, then give its claims verdicts.",
    );
  const readiness = publicationReadiness(
    claims.map(({ id, number, state, excluded, anchor }) => ({
      id,
      number,
      state,
      excluded,
      anchorOutcome: anchor.outcome,
    })),
  );
  const blockers = readiness.ready ? [] : readiness.blockers;
  const moved = articleTransition(
    { status: article.status, scheduledFor: null },
    { action: "publish", blockers },
  );
  if (!moved.ok)
    return invalid(moved.error.message, { blockers: blockers.map((blocker) => blocker.message) });
  const shown = claims.filter((claim) => isSigned(claim) && !claim.excluded);
  const [version, scale, approvals, corrections, { organisation }] = [
    await getVersion(article.currentVersionId, tx),
    await getScale(article.scaleId, tx),
    await listApprovals(
      shown.map((claim) => claim.id),
      tx,
    ),
    await listCorrections(tx, article.id),
    await readDeskSettings(tx),
  ];
  const { slug, title, byline, publisher, publishedOn, sourceUrl, language, finding } = article;
  return ok({
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
  });
}

/** Whether readers would see the same, ignoring who approved and when, and ids, which earlier Reports do not have. */
function isSame(before: Report, after: Report): boolean {
  const seen = ({ article, organisation, finding, scale, claims, sources }: Report) =>
    JSON.parse(
      JSON.stringify({
        article,
        organisation,
        finding,
        ratings: scale.ratings,
        claims: claims.map(({ verdictAt: _, verdictBy: __, approvedBy: ___, evidence, ...claim }) => ({
          ...claim,
          evidence: evidence.map(({ id: _, ...each }) => each),
        })),
        sources: sources.map(({ id: _, ...source }) => source),
      }),
    ) as object;
  return isDeepStrictEqual(seen(before), seen(after));
}

function askForNotes(
  changes: readonly ReportChange[],
  claimIds: readonly string[],
): { ok: false; error: Failure } {
  const { correctionLine } = reportWords("en");
  return invalid(
    "Readers have already seen these claims. Explain each change in a public note.",
    Object.fromEntries(
      claimIds.map((id) => [
        `corrections.${id}`,
        changes.filter((change) => change.claimId === id).map(correctionLine),
      ]),
    ),
  );
}

/** By the claim that they are on. */
type Notes = ReadonlyMap<string, { kind: CorrectionKind; note: string }>;

function noteOn(notes: Notes, claimId: string): { kind: CorrectionKind; note: string } {
  const note = notes.get(claimId);
  if (!note) throw new RangeError(`no note on claim ${claimId}`);
  return note;
}

function newCorrections(changes: PreparedPublication["changes"], report: Report): Report["corrections"] {
  const numberOf = new Map(report.claims.map((claim) => [claim.id, claim.number]));
  return changes.map(({ claimId, ...change }) => ({
    claim: numberOf.get(claimId) ?? null,
    ...change,
    madeAt: report.publication.publishedAt,
  }));
}
