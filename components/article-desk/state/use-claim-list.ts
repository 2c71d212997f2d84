import { useCallback, useRef, useState } from "react";
import type { Claim } from "@/lib/claims/claim";
import { takeChanges } from "@/lib/live/gather-changes";

/** The article's claims as the page shows them, in reading order. */
export function useClaimList(versionId: string, initial: Claim[]) {
  const [claims, setClaims] = useState(initial);
  const latest = useRef(claims);
  latest.current = claims;

  /** A claim in its current state. */
  const find = useCallback((id: string) => latest.current.find((claim) => claim.id === id), []);
  const put = useCallback((claim: Claim) => {
    // Another person's newer change may have arrived first.
    if (latest.current.some((each) => each.id === claim.id && each.revision > claim.revision)) return;
    latest.current = [...latest.current.filter((each) => each.id !== claim.id), claim].sort(inReadingOrder);
    setClaims(latest.current);
  }, []);
  const drop = useCallback((id: string) => {
    latest.current = latest.current.filter((each) => each.id !== id);
    setClaims(latest.current);
  }, []);

  /** Applies changes made by others. The undo history is not affected. */
  const applyChanges = useCallback(
    (changes: { claims: readonly Claim[]; gone: readonly string[] | "others" }) => {
      if (changes.claims.length === 0 && changes.gone.length === 0) return;
      latest.current = takeChanges(latest.current, changes, versionId).sort(inReadingOrder);
      setClaims(latest.current);
    },
    [versionId],
  );

  /** Updates the claims after the article was published or unpublished, as the server's `markPublished` does. */
  const published = useCallback((at: string, isShown: boolean) => {
    latest.current = latest.current.map((claim) => {
      const shown = isShown && !claim.excluded;
      if (claim.state !== (shown ? "approved" : "published")) return claim;
      const state = shown ? "published" : "approved";
      return { ...claim, state, revision: claim.revision + 1, updatedAt: at };
    });
    setClaims(latest.current);
  }, []);

  return { claims, find, put, drop, applyChanges, published };
}

function inReadingOrder(a: Claim, b: Claim): number {
  return a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || a.number - b.number;
}
