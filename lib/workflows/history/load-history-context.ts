import { mentionedIds } from "@/lib/comments/mentions";
import { listClaimNumbers } from "@/lib/db/audit-events";
import { getScale } from "@/lib/db/scales";
import { listNames } from "@/lib/db/users";
import { claimIdOf, type HistoryContext, type HistoryEvent } from "@/lib/history/history-event";
import { makeDates } from "@/lib/personal/dates";
import type { Actor } from "@/lib/policies/actor";

/**
 * Loads the names that descriptions of some events need.
 * @param scaleId the scale of the ratings that they mention
 * @param reader whose dates they have
 */
export async function loadHistoryContext(
  events: readonly HistoryEvent[],
  scaleId: string | null,
  reader: Pick<Actor, "dates">,
): Promise<HistoryContext> {
  const ids = events.flatMap((event) => {
    const { from, to } = event;
    const corrected = Array.isArray(to?.corrections) ? (to.corrections as { claimId?: unknown }[]) : [];
    return [
      claimIdOf(event),
      from?.claimId,
      from?.mergedClaimId,
      ...corrected.map(({ claimId }) => claimId),
    ].filter((each): each is string => typeof each === "string");
  });
  const bodies = events.flatMap(({ from, to }) => [from?.body, to?.body]);
  const mentioned = bodies.flatMap((body) => (typeof body === "string" ? mentionedIds(body) : []));
  const [numbers, scale, names] = await Promise.all([
    listClaimNumbers([...new Set(ids)]),
    scaleId === null ? null : getScale(scaleId),
    listNames([...new Set(mentioned)]),
  ]);
  const labels = new Map(scale?.ratings.map(({ key, label }) => [key, label]));
  return {
    claimNumber: (claimId) => numbers.get(claimId) ?? null,
    ratingLabel: (key) => labels.get(key) ?? key,
    people: Object.entries(names).map(([id, name]) => ({ id, name })),
    instant: reader.dates && makeDates(reader.dates).instant,
  };
}
