import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  deleteSchedule,
  findSchedule,
  listDueSchedules,
  recordScheduleFailure,
  type ScheduledPublication,
  upsertSchedule,
} from "@/lib/db/scheduled-publications";
import { inTransaction } from "@/lib/db/transaction";
import { findUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { withLockedArticle } from "@/lib/workflows/articles/with-locked-article";
import { notify } from "@/lib/workflows/notifications/notify";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";
import { correctionNotes, preparePublication } from "./prepare-publication";
import { publishArticle } from "./publish-article";

const input = z.object({
  articleId: z.string(),
  /** Article.revision that the page shows. */
  revision: z.int(),
  at: z.iso.datetime({ offset: true, error: "Give a day and a time." }),
  corrections: correctionNotes,
});
const opening = { action: "publish", input, doing: "plan its publication" } as const;

export type SchedulePublicationInput = z.input<typeof input>;

/** Far enough for any embargo, near enough to find a slip in the year. */
const FARTHEST_MS = 366 * 24 * 60 * 60 * 1000;

/** Has an article published by itself at a time. What stands in the way of publishing it now stands in the way of that as well. */
export async function schedulePublication(
  actor: Actor,
  given: SchedulePublicationInput,
  now = new Date(),
): Promise<Result<ScheduledPublication, Failure>> {
  return withLockedArticle(actor, opening, given, async (tx, article, sent) => {
    const { articleId, corrections } = sent;
    const at = new Date(sent.at);
    if (at <= now)
      return invalid("This time has passed. Choose a later one, or publish now.", {
        at: ["Choose a later time."],
      });
    if (at.getTime() - now.getTime() > FARTHEST_MS)
      return invalid("This is more than a year ahead. Choose an earlier time.", {
        at: ["Choose an earlier time."],
      });
    const prepared = await preparePublication(tx, article, actor, corrections);
    if (!prepared.ok) return prepared;
    const before = await findSchedule(articleId, tx);
    await upsertSchedule(tx, { articleId, at, notes: corrections, scheduledById: actor.id });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.schedule",
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { at: before?.at ?? null },
      to: { at: at.toISOString() },
    });
    const schedule = await findSchedule(articleId, tx);
    return schedule ? ok(schedule) : notFound("article");
  });
}

/** Takes a planned publication off the plan. */
export async function unschedulePublication(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "publish", "article"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const before = await findSchedule(articleId, tx);
    if (before && (await deleteSchedule(tx, articleId)))
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "article.unschedule",
        targetType: "article",
        targetId: articleId,
        articleId,
        from: { at: before.at },
        to: { at: null },
      });
    return ok(null);
  });
}

/**
 * Publishes what is due, on behalf of those who planned it. What cannot be published is noted for the desk and not tried again; who
 * planned it and who leads the article are told, as they may be counting on it.
 * @returns how many were published
 */
export async function publishDue(now: Date): Promise<number> {
  let published = 0;
  for (const articleId of await listDueSchedules(now, 50)) {
    try {
      const outcome = await publishScheduled(articleId);
      if (outcome.ok) published += 1;
      // Somebody changed the article in this very moment: nothing stands in the way, and the next run comes within a minute.
      else if (outcome.error.kind !== "stale") await noteFailure(articleId, outcome.error.message);
    } catch (cause) {
      // One that nobody foresaw is tried again the next time, and keeps no other waiting.
      console.error(`the article ${articleId} is due and could not be published:`, cause);
    }
  }
  return published;
}

async function publishScheduled(articleId: string): Promise<Result<unknown, Failure>> {
  const schedule = await findSchedule(articleId);
  const article = await findArticle(articleId);
  // Somebody published it or changed the plan in this very moment.
  if (!schedule || !article) return ok(null);
  const user = await findUser(schedule.scheduledBy.id);
  if (!user || user.disabled)
    return invalid(`${schedule.scheduledBy.name}, who planned this, has no account any more. Plan it anew.`);
  const { id, name, email, role } = user;
  return publishArticle(
    { id, name, email, role },
    { articleId, revision: article.revision, corrections: schedule.notes },
  );
}

async function noteFailure(articleId: string, failure: string): Promise<void> {
  await inTransaction(async (tx) => {
    const schedule = await findSchedule(articleId, tx);
    const article = await findArticle(articleId, tx);
    if (!schedule || !article || !(await recordScheduleFailure(tx, articleId, failure))) return ok(null);
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
      {
        kind: "publish-failed",
        actorId: null,
        plannedById: schedule.scheduledBy.id,
        leadId: article.lead?.id ?? null,
      },
      { eventKey: `publish:${articleId}:${schedule.at}`, articleId, claimId: null, commentId: null },
    );
    return ok(null);
  });
}
