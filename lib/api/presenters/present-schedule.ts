import type { z } from "zod";
import type { ScheduledPublication } from "@/lib/db/scheduled-publications";
import type { scheduleSchema } from "../schemas/publication";

export function presentSchedule(schedule: ScheduledPublication): z.output<typeof scheduleSchema> {
  const { articleId, at, notes, scheduledBy, failure } = schedule;
  return {
    articleId,
    at,
    corrections: notes.map(({ claimId, kind, note }) => ({ claimId, kind, note })),
    scheduledBy: { id: scheduledBy.id, name: scheduledBy.name },
    failure,
  };
}
