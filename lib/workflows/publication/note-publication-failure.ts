import { findArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findSchedule, recordScheduleFailure } from "@/lib/db/scheduled-publications";
import type { Tx } from "@/lib/db/transaction";
import { notify } from "@/lib/workflows/notifications/notify";

/** Records why a due publication failed, if it is still scheduled: it is not tried again. */
export async function noteScheduleFailure(tx: Tx, articleId: string, failure: string): Promise<void> {
  const schedule = await findSchedule(articleId, tx);
  if (!schedule || !(await recordScheduleFailure(tx, articleId, failure))) return;
  await notePublicationFailure(tx, articleId, {
    failure,
    eventKey: schedule.at,
    askedById: schedule.scheduledBy.id,
  });
}

/**
 * Logs that an article could not be published while no one was waiting, and notifies the person who requested it and the article's lead,
 * who may be counting on it.
 * @param event.eventKey what distinguishes this failure from others of the article
 */
export async function notePublicationFailure(
  tx: Tx,
  articleId: string,
  { failure, eventKey, askedById }: { failure: string; eventKey: string; askedById: string },
): Promise<void> {
  const article = await findArticle(articleId, tx);
  if (!article) return;
  await appendAuditEvent(tx, {
    actorId: null,
    action: "article.publish-failed",
    targetType: "article",
    targetId: articleId,
    articleId,
    to: { failure },
  });
  await notify(
    tx,
    { kind: "publish-failed", actorId: null, plannedById: askedById, leadId: article.lead?.id ?? null },
    { eventKey: `publish:${articleId}:${eventKey}`, articleId, claimId: null, commentId: null },
  );
}
