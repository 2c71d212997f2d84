import { useCallback, useRef, useState } from "react";
import type { Claim } from "@/lib/claims/claim";
import { takeChanges } from "@/lib/live/gather-changes";

/** The claims of an article as the page has them, in the order of the text. */
export function useClaimList(versionId: string, initial: Claim[]) {
  const [claims, setClaims] = useState(initial);
  const latest = useRef(claims);
  latest.current = claims;

  /** A claim as the page has it now. */
  const find = useCallback((id: string) => latest.current.find((claim) => claim.id === id), []);
  const put = useCallback((claim: Claim) => {
    // What others did meanwhile may have come first.
    if (latest.current.some((each) => each.id === claim.id && each.revision > claim.revision)) return;
    latest.current = [...latest.current.filter((each) => each.id !== claim.id), claim].sort(byPlace);
    setClaims(latest.current);
  }, []);
  const drop = useCallback((id: string) => {
    latest.current = latest.current.filter((each) => each.id !== id);
    setClaims(latest.current);
  }, []);

  /** Takes in what others changed. What can be undone stays. */
  const take = useCallback(
    (changes: { claims: readonly Claim[]; gone: readonly string[] | "others" }) => {
      if (changes.claims.length === 0 && changes.gone.length === 0) return;
      latest.current = takeChanges(latest.current, changes, versionId).sort(byPlace);
      setClaims(latest.current);
    },
    [versionId],
  );

  /** Takes over what a publication, or its end, did to the claims, as the server's `markPublished` has it. */
  const published = useCallback((at: string, isShown: boolean) => {
    latest.current = latest.current.map((claim) => {
      const shown = isShown && !claim.excluded;
      if (claim.state !== (shown ? "approved" : "published")) return claim;
      const state = shown ? "published" : "approved";
      return { ...claim, state, revision: claim.revision + 1, updatedAt: at };
    });
    setClaims(latest.current);
  }, []);

  return { claims, find, put, drop, take, published };
}

function byPlace(a: Claim, b: Claim): number {
  return a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || a.number - b.number;
}
