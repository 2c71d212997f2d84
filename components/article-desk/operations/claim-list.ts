import type { Claim } from "@/lib/claims/claim";
import { takeChanges } from "@/lib/live/gather-changes";
import { Store } from "./store";

export type ClaimList = ReturnType<typeof createClaimList>;

/** The article's claims as the page shows them, in reading order. */
export function createClaimList(versionId: string, initial: readonly Claim[]) {
  const claims = new Store(initial);

  /** A claim in its current state. */
  const find = (id: string) => claims.get().find((claim) => claim.id === id);

  function put(claim: Claim): void {
    const before = claims.get();
    // Another person's newer change may have arrived first.
    if (before.some((each) => each.id === claim.id && each.revision > claim.revision)) return;
    claims.set([...before.filter((each) => each.id !== claim.id), claim].sort(inReadingOrder));
  }

  function drop(id: string): void {
    claims.update((before) => before.filter((each) => each.id !== id));
  }

  /** Applies changes made by others. The undo history is not affected. */
  function applyChanges(changes: { claims: readonly Claim[]; gone: readonly string[] | "others" }): void {
    if (changes.claims.length === 0 && changes.gone.length === 0) return;
    claims.update((before) => takeChanges(before, changes, versionId).sort(inReadingOrder));
  }

  /** Updates the claims after the article was published or unpublished, as the server's `markPublished` does. */
  function published(at: string, isShown: boolean): void {
    claims.update((before) =>
      before.map((claim) => {
        const shown = isShown && !claim.excluded;
        if (claim.state !== (shown ? "approved" : "published")) return claim;
        const state = shown ? "published" : "approved";
        return { ...claim, state, revision: claim.revision + 1, updatedAt: at };
      }),
    );
  }

  return { claims, find, put, drop, applyChanges, published };
}

function inReadingOrder(a: Claim, b: Claim): number {
  return a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || a.number - b.number;
}
