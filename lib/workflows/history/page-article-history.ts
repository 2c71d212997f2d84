import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import { findArticle } from "@/lib/db/articles";
import { countAuditEvents, type EventFilter, listEventPage } from "@/lib/db/audit-events";
import type { Failure } from "@/lib/failure";
import { EVENT_KINDS } from "@/lib/history/event-kinds";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { loadHistoryContext } from "./load-history-context";
import { EVENTS_PER_PAGE, type TimelineEvent, timelineEvent } from "./timeline";

const inputSchema = z.object({
  articleId: z.string(),
  person: z.uuid().optional(),
  kind: z.enum(EVENT_KINDS).optional(),
  claimId: z.uuid().optional(),
  /** `nextCursor` of the page before. */
  cursor: z.string().optional(),
  /** Each event is compared word by word, so pages are no longer than those of the desk. */
  limit: z.int().min(1).max(EVENTS_PER_PAGE),
});

/** An event as it is described, and what it is for a program. */
export type RecordedEvent = TimelineEvent & { actor: PersonName | null; action: string };

/** Events, newest first. The total counts to one more than `COUNT_LIMIT`. */
export interface EventPage {
  events: RecordedEvent[];
  nextCursor: string | null;
  total: number;
}

/** A page of the events of an article and its claims, newest first. */
export async function pageArticleHistory(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<EventPage, Failure>> {
  const allowed = asResult(can(actor, "read-history", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, person, kind, claimId, cursor, limit } = parsed.value;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const filter: EventFilter = {
    articleId: article.id,
    actorId: person,
    kind,
    ...(claimId !== undefined && { target: { type: "claim", id: claimId } }),
  };
  return ok(await pageEvents(actor, filter, { cursor, limit, scaleId: article.scaleId }));
}

/** A page of the events that match a filter, described. @param page.scaleId the scale of the ratings that they mention */
export async function pageEvents(
  reader: Pick<Actor, "dates">,
  filter: EventFilter,
  { cursor, limit, scaleId }: { cursor: string | undefined; limit: number; scaleId: string | null },
): Promise<EventPage> {
  const [page, total] = await Promise.all([
    listEventPage(filter, { limit, cursor, without: [] }),
    countAuditEvents(filter),
  ]);
  const words = await loadHistoryContext(page.events, scaleId, reader);
  const events = page.events.map((event) => ({
    ...timelineEvent(event, words),
    actor: event.actor,
    action: event.action,
  }));
  return { events, nextCursor: page.nextCursor, total };
}
