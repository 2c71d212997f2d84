import type { LiveEvent } from "./live-event";

/** What to fetch again after events of an article. */
export interface Changes {
  claimIds: string[];
  /** People who acted, to look up their names. */
  actorIds: string[];
}

/** Merges events into one fetch, with each claim once. */
export function gatherChanges(events: readonly LiveEvent[]): Changes {
  const claimIds = new Set<string>();
  const actorIds = new Set<string>();
  for (const { targetType, targetId, otherId, actorId } of events) {
    if (targetType === "claim") {
      claimIds.add(targetId);
      if (otherId) claimIds.add(otherId);
    }
    if (actorId) actorIds.add(actorId);
  }
  return { claimIds: [...claimIds], actorIds: [...actorIds] };
}

/**
 * Applies fetched claims to the claims of a page. A newer revision on the page stays, because responses can arrive out of order.
 * A claim anchored in a version that the page doesn't show keeps its old anchor; a new claim there is not shown yet.
 * @param gone ids of the removed claims; "others" removes all that were not fetched
 */
export function takeChanges<C extends { id: string; revision: number; anchor: { versionId: string } }>(
  shown: readonly C[],
  { claims, gone }: { claims: readonly C[]; gone: readonly string[] | "others" },
  versionId: string,
): C[] {
  const known = new Map(shown.map((claim) => [claim.id, claim]));
  const fetched = new Set(claims.map(({ id }) => id));
  const removed = gone === "others" ? shown.map(({ id }) => id).filter((id) => !fetched.has(id)) : gone;
  for (const id of removed) known.delete(id);
  for (const claim of claims) {
    const before = known.get(claim.id);
    if (before && before.revision > claim.revision) continue;
    if (claim.anchor.versionId === versionId) known.set(claim.id, claim);
    else if (before) known.set(claim.id, { ...claim, anchor: before.anchor });
  }
  return [...known.values()];
}
