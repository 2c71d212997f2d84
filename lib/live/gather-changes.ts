import type { LiveEvent } from "./live-event";

/** What has to be fetched anew after some events of an article. */
export interface Changes {
  claimIds: string[];
  /** Who acted, for their names. */
  actorIds: string[];
}

/** Events that came close together as one thing to fetch: each claim once, however often it changed. */
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
 * The claims of a page after some were fetched anew. One that the page has in a newer state stays: answers may come out of order.
 * A claim that stands in a text that the page does not show keeps the place it had; one that was made there is not shown yet.
 */
export function takeChanges<C extends { id: string; revision: number; anchor: { versionId: string } }>(
  shown: readonly C[],
  { claims, gone }: { claims: readonly C[]; gone: readonly string[] | "others" },
  versionId: string,
): C[] {
  const known = new Map(shown.map((claim) => [claim.id, claim]));
  const there = new Set(claims.map(({ id }) => id));
  const left = gone === "others" ? shown.map(({ id }) => id).filter((id) => !there.has(id)) : gone;
  for (const id of left) known.delete(id);
  for (const claim of claims) {
    const before = known.get(claim.id);
    if (before && before.revision > claim.revision) continue;
    if (claim.anchor.versionId === versionId) known.set(claim.id, claim);
    else if (before) known.set(claim.id, { ...claim, anchor: before.anchor });
  }
  return [...known.values()];
}
