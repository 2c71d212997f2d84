import type { MarkedItem } from "@/lib/checklist/tick";
import { type MarkItemInput, markItemInput } from "@/lib/checklist/tick-input";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { getVersionText } from "@/lib/db/article-versions";
import { lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertTick, listTicks, listTicksOf, undoTicks } from "@/lib/db/ticks";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { describeRange } from "@/lib/workflows/claims/move-claim";
import { asResult, notFound, onlyVisible, parseInput } from "@/lib/workflows/refusals";

/**
 * Ticks an item of an article's text off, skips it with a reason, or opens it again. What another person already did is left as it is:
 * two people who tick the same item off make one tick.
 */
export async function markItem(actor: Actor, input: MarkItemInput): Promise<Result<MarkedItem, Failure>> {
  const parsed = parseInput(markItemInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, versionId, item, as, reason, operationId } = parsed.value;
  const result = await inTransactionOnce<MarkedItem>(actor.id, operationId, async (tx) => {
    const allowed = asResult(can(actor, "tick", "checklist", { articleId }));
    if (!allowed.ok) return allowed;
    // Locked, so that no new version is stored in between.
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    if (article.currentVersionId !== versionId)
      return err({
        kind: "stale",
        message:
          "The article's text has changed since you opened it. Reload the page, then tick the item again.",
        current: { versionId: article.currentVersionId },
      });
    const before = await listTicksOf(tx, versionId, item);
    const [same] = before.filter(
      (tick) => tick.outcome === as && tick.reason === (as === "skipped" ? reason : null),
    );
    if (same || (as === "open" && before.length === 0))
      return ok({ articleId, versionId, item, tick: same ?? null });
    const event = { actorId: actor.id, targetType: "tick", articleId } as const;
    const described = describeRange(await getVersionText(versionId, tx), item);
    if (!described.ok) return described;
    const { exact } = described.value;
    await undoTicks(
      tx,
      before.map(({ id }) => id),
      actor.id,
    );
    if (as === "open") {
      for (const tick of before)
        await appendAuditEvent(tx, {
          ...event,
          action: "tick.undo",
          targetId: tick.id,
          from: { kind: tick.kind, exact: tick.exact, outcome: tick.outcome, reason: tick.reason },
        });
      return ok({ articleId, versionId, item, tick: null });
    }
    const stored = { outcome: as, reason: as === "skipped" ? reason : null };
    const id = await insertTick(tx, {
      ...described.value,
      ...stored,
      articleId,
      versionId,
      kind: item.kind,
      by: actor,
    });
    const [replaced] = before;
    await appendAuditEvent(tx, {
      ...event,
      action: as === "skipped" ? "tick.skip" : "tick.check",
      targetId: id,
      from: replaced ? { outcome: replaced.outcome, reason: replaced.reason } : null,
      to: { kind: item.kind, exact, ...stored },
    });
    const [tick] = await listTicks(versionId, [id], tx);
    return ok({ articleId, versionId, item, tick: tick ?? null });
  });
  return onlyVisible(actor, result, (marked) => marked.articleId);
}
