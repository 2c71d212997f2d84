import type { PersonName } from "@/lib/claims/claim";
import type { CorrectionKind } from "@/lib/reports/report";
import { isUuid } from "./is-uuid";
import { fromJson, toJson } from "./json";
import { clientOf, type Tx } from "./transaction";

/** A public note on a claim that readers had seen. */
export interface ScheduledNote {
  claimId: string;
  kind: CorrectionKind;
  note: string;
}

/** An article that will be published automatically. */
export interface ScheduledPublication {
  articleId: string;
  /** ISO 8601 instant. */
  at: string;
  notes: ScheduledNote[];
  scheduledBy: PersonName;
  /** Why it could not be published when due; null before that. */
  failure: string | null;
}

const withPerson = { scheduledBy: { select: { id: true, name: true } } } as const;

export async function findSchedule(articleId: string, tx?: Tx): Promise<ScheduledPublication | null> {
  if (!isUuid(articleId)) return null;
  const row = await clientOf(tx).scheduledPublication.findUnique({
    where: { articleId },
    include: withPerson,
  });
  if (!row) return null;
  const { notes } = fromJson<{ notes: ScheduledNote[] }>(row.corrections);
  return {
    articleId: row.articleId,
    at: row.at.toISOString(),
    notes,
    scheduledBy: { id: row.scheduledBy.id, name: row.scheduledBy.name },
    failure: row.failure,
  };
}

/** Schedules a publication, replacing any earlier schedule of the article. */
export async function upsertSchedule(
  tx: Tx,
  schedule: { articleId: string; at: Date; notes: ScheduledNote[]; scheduledById: string },
): Promise<void> {
  const { articleId, at, notes, scheduledById } = schedule;
  const fields = {
    at,
    scheduledById,
    corrections: toJson({ notes }),
    scheduledAt: new Date(),
    failure: null,
  };
  await clientOf(tx).scheduledPublication.upsert({
    where: { articleId },
    create: { articleId, ...fields },
    update: fields,
  });
}

/** Deletes a schedule. @returns whether there was one */
export async function deleteSchedule(tx: Tx, articleId: string): Promise<boolean> {
  const { count } = await clientOf(tx).scheduledPublication.deleteMany({ where: { articleId } });
  return count > 0;
}

/** Records why a due publication failed, if it is still scheduled. */
export async function recordScheduleFailure(tx: Tx, articleId: string, failure: string): Promise<boolean> {
  const { count } = await clientOf(tx).scheduledPublication.updateMany({
    where: { articleId, failure: null },
    data: { failure },
  });
  return count > 0;
}

/** The articles due for publication, longest overdue first; failed ones are left to people. */
export async function listDueSchedules(now: Date, limit: number): Promise<string[]> {
  const rows = await clientOf().scheduledPublication.findMany({
    where: { at: { lte: now }, failure: null },
    orderBy: { at: "asc" },
    select: { articleId: true },
    take: limit,
  });
  return rows.map(({ articleId }) => articleId);
}
