import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import type { Article } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import type { Publication } from "@/lib/db/read-publication";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { applyRedactions } from "@/lib/redactions/apply-redactions";
import { describeChanges, type ReportChange } from "@/lib/reports/describe-changes";
import { isSameForReaders } from "@/lib/reports/publications/publication-changes";
import { CORRECTION_KINDS, type CorrectionKind, type Report } from "@/lib/reports/report";
import { reportWords } from "@/lib/reports/report-words";
import { ok, type Result } from "@/lib/result";
import { articleTransition } from "@/lib/review/article-transition";
import { invalid } from "@/lib/workflows/refusals";
import {
  blockersOf,
  draftReport,
  MANUSCRIPT,
  type NotedChange,
  type PublicationStamp,
  withCorrections,
} from "./draft-report";

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
  changes: NotedChange[];
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
  const unblocked = refuseBlocked(article, claims);
  if (!unblocked.ok) return unblocked;
  const { draft, shown, before, redactions } = await draftReport(tx, article, { claims, actor, stamp });
  const changes = before ? describeChanges(before.report, shown) : [];
  if (before && article.status === "published" && isSameForReaders(before.report, shown))
    return invalid("Nothing has changed since the last publication. There is nothing new to publish.");
  const unexplained = [...new Set(changes.map((change) => change.claimId))].filter((id) => !notes.has(id));
  if (unexplained.length > 0) return askForNotes(changes, unexplained);
  const noted = changes.map((change) => ({ ...change, ...noteOn(notes, change.claimId) }));
  const report = withCorrections(draft, noted);
  return ok({
    report,
    shown: applyRedactions(report, redactions),
    redactions: redactions.length,
    claims,
    before,
    changes: noted,
  });
}

/** What keeps claims from being published. */
function refuseBlocked(article: Article, claims: readonly Claim[]): Result<null, Failure> {
  if (article.purpose === "manuscript") return invalid(MANUSCRIPT);
  const blockers = blockersOf(article, claims);
  const moved = articleTransition(
    { status: article.status, scheduledFor: null },
    { action: "publish", blockers },
  );
  return moved.ok
    ? ok(null)
    : invalid(moved.error.message, { blockers: blockers.map((blocker) => blocker.message) });
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
