import { z } from "zod";
import { type EventFilter, findNewestEventId, listAuditEvents } from "@/lib/db/audit-events";
import { type DescribedEvent, describeEvent } from "@/lib/history/describe-event";
import { EVENT_KINDS } from "@/lib/history/event-kinds";
import type { HistoryContext, HistoryEvent } from "@/lib/history/history-event";
import type { Actor } from "@/lib/policies/actor";
import { loadHistoryContext } from "./load-history-context";

/** Events per page of a timeline. */
export const EVENTS_PER_PAGE = 50;

export const filterInput = z.object({
  person: z.uuid().nullable().catch(null).default(null),
  kind: z.enum(EVENT_KINDS).nullable().catch(null).default(null),
  /** Number of a claim in its article. */
  claim: z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

export type HistoryFilterInput = z.input<typeof filterInput>;

/** An event of a timeline, described. */
export interface TimelineEvent extends DescribedEvent {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  /** The claim that it is about. */
  claimId: string | null;
  /** Text versions before and after it. */
  versions: { from: number; to: number } | null;
}

/** A page of a timeline outside any article. @param reader whose dates it has */
export async function timelinePage(
  reader: Pick<Actor, "dates">,
  filter: EventFilter,
  input: Pick<HistoryFilterInput, "page">,
) {
  const { page } = filterInput.parse({ page: input.page });
  const [{ events, total }, latest] = await Promise.all([
    listAuditEvents(filter, EVENTS_PER_PAGE, (page - 1) * EVENTS_PER_PAGE),
    findNewestEventId(filter),
  ]);
  const words = await loadHistoryContext(events, null, reader);
  return {
    events: events.map((event) => timelineEvent(event, words)),
    total,
    newest: latest ?? "0",
    page,
  };
}

export function timelineEvent(event: HistoryEvent, words: HistoryContext): TimelineEvent {
  const { id, at, targetType, targetId, from, to } = event;
  return {
    id,
    at,
    claimId: targetType === "claim" ? targetId : null,
    versions:
      typeof from?.version === "number" && typeof to?.version === "number"
        ? { from: from.version, to: to.version }
        : null,
    ...describeEvent(event, words),
  };
}
