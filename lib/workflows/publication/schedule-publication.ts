import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findLatestPublicationJob } from "@/lib/db/publication-jobs";
import {
  deleteSchedule,
  findSchedule,
  listDueSchedules,
  type ScheduledPublication,
  upsertSchedule,
} from "@/lib/db/scheduled-publications";
import { inTransaction } from "@/lib/db/transaction";
import { findUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { isLongReport } from "@/lib/reports/is-long-report";
import { ok, type Result } from "@/lib/result";
import { logCause } from "@/lib/to-client";
import { withArticleSnapshot, withLockedArticle } from "@/lib/workflows/articles/with-locked-article";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";
import { publicationDraftFor } from "./draft-publication";
import { noteScheduleFailure } from "./note-publication-failure";
import { correctionNotes, preparePublication } from "./prepare-publication";
import { type PublishOutcome, publishArticle } from "./publish-article";
import { renderDraft } from "./render-draft";

const inputSchema = z.object({
  articleId: z.string(),
  /** The Article.revision that the page shows. */
  revision: z.int(),
  at: z.iso.datetime({ offset: true, error: "Enter a day and a time." }),
  corrections: correctionNotes,
});
const opening = { action: "publish", input: inputSchema, doing: "schedule it" } as const;

export type SchedulePublicationInput = z.input<typeof inputSchema>;

/** Long enough for any embargo, short enough to catch a typo in the year. */
const MAX_AHEAD_MS = 366 * 24 * 60 * 60 * 1000;

/**
 * Schedules an article to be published automatically. It must be ready for publication now, and its files are rendered to see that they can
 * be, unless it is long: those of a long one are rendered when it is due.
 */
export async function schedulePublication(
  actor: Actor,
  input: SchedulePublicationInput,
  now = new Date(),
): Promise<Result<ScheduledPublication, Failure>> {
  const draft = await withArticleSnapshot(actor, opening, input, publicationDraftFor(actor));
  // What is wrong with the input itself is reported below.
  if (draft.ok && !isLongReport(draft.value.shown)) {
    const rendered = await renderDraft(draft.value);
    if (!rendered.ok) return rendered;
  }
  return withLockedArticle(actor, opening, input, async (tx, article, sent) => {
    const { articleId, corrections } = sent;
    const at = new Date(sent.at);
    if (at <= now)
      return invalid("This time has passed. Choose a later one, or publish now.", {
        at: ["Choose a later time."],
      });
    if (at.getTime() - now.getTime() > MAX_AHEAD_MS)
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

/** When an article will be published automatically. */
export async function getSchedule(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<ScheduledPublication, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const schedule = await findSchedule(articleId);
  return schedule ? ok(schedule) : notFound("schedule");
}

/** Cancels a scheduled publication. */
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
 * Publishes what is due, on behalf of the people who scheduled it. A failure is recorded for the desk and not retried; the person who
 * scheduled it and the article's lead are notified, as they may be counting on it.
 * @returns how many were published
 */
export async function publishDue(now: Date): Promise<number> {
  let published = 0;
  for (const articleId of await listDueSchedules(now, 50)) {
    try {
      const outcome = await publishScheduled(articleId);
      if (outcome.ok) published += outcome.value?.kind === "published" ? 1 : 0;
      // The article was changed at this very moment; the next run, within a minute, tries again.
      else if (outcome.error.kind !== "stale") {
        logCause(outcome.error);
        const { message } = outcome.error;
        await inTransaction(async (tx) => ok(await noteScheduleFailure(tx, articleId, message)));
      }
    } catch (cause) {
      // An unexpected error is retried on the next run and does not block the others.
      console.error(`article ${articleId} is due but could not be published:`, cause);
    }
  }
  return published;
}

async function publishScheduled(articleId: string): Promise<Result<PublishOutcome | null, Failure>> {
  const schedule = await findSchedule(articleId);
  const article = await findArticle(articleId);
  // It was published or rescheduled at this very moment.
  if (!schedule || !article) return ok(null);
  const job = await findLatestPublicationJob(articleId);
  if (job?.state === "preparing") return ok({ kind: "preparing", job });
  const user = await findUser(schedule.scheduledBy.id);
  if (!user || user.disabled)
    return invalid(
      `${schedule.scheduledBy.name}, who scheduled this, no longer has an account. Schedule it again.`,
    );
  const { id, name, email, role } = user;
  return publishArticle(
    { id, name, email, role },
    { articleId, revision: article.revision, corrections: schedule.notes },
    { scheduled: true },
  );
}
