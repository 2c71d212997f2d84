import { appendAuditEvent } from "@/lib/db/audit-events";
import { type FlagSelection, type ResolvedFlag, resolveFlags } from "@/lib/db/flags";
import { deleteReviewDate } from "@/lib/db/review-dates";
import type { Tx } from "@/lib/db/transaction";
import type { FlagOutcome } from "@/lib/watching/flag";

/**
 * Resolves open flags, each with an event in the history. A review date whose flag is resolved is over.
 * @param by.actorId null if they resolve themselves
 * @returns those that were open
 */
export async function closeFlags(
  tx: Tx,
  selection: FlagSelection,
  {
    actorId,
    at,
    outcome,
    note,
  }: { actorId: string | null; at: Date; outcome: FlagOutcome; note: string | null },
): Promise<ResolvedFlag[]> {
  const closed = await resolveFlags(tx, selection, { at, byId: actorId, outcome, note });
  for (const { kind, articleId, claimId } of closed) {
    if (kind === "review_due") await deleteReviewDate(tx, { articleId, claimId });
    await appendAuditEvent(tx, {
      actorId,
      action: claimId === null ? "article.resolve-flag" : "claim.resolve-flag",
      targetType: claimId === null ? "article" : "claim",
      targetId: claimId ?? articleId,
      articleId,
      from: { flag: kind },
      to: { outcome, note },
    });
  }
  return closed;
}
