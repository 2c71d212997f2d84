import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { type EventPage, pageEvents } from "./page-article-history";
import { EVENTS_PER_PAGE, type HistoryFilterInput, type TimelineEvent, timelinePage } from "./timeline";

const FILTER = { targetTypes: ["setting", "scale", "webhook"] };

/** The events of the desk's settings, rating scales and webhooks, newest first. */
export async function listSettingHistory(
  actor: Actor,
  input: Pick<HistoryFilterInput, "page">,
): Promise<Result<{ events: TimelineEvent[]; total: number; newest: string; page: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "setting"));
  return allowed.ok ? ok(await timelinePage(actor, FILTER, input)) : allowed;
}

const pageInput = z.object({
  /** `nextCursor` of the page before. */
  cursor: z.string().optional(),
  limit: z.int().min(1).max(EVENTS_PER_PAGE),
});

/** The same events for programs, in pages that stay in place when newer ones are added. */
export async function pageSettingHistory(
  actor: Actor,
  input: z.input<typeof pageInput>,
): Promise<Result<EventPage, Failure>> {
  const allowed = asResult(can(actor, "read", "setting"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(pageInput, input);
  if (!parsed.ok) return parsed;
  const { cursor, limit } = parsed.value;
  return ok(await pageEvents(actor, FILTER, { cursor, limit, scaleId: null }));
}
