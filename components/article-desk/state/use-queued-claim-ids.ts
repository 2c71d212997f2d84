import { useMemo, useSyncExternalStore } from "react";
import type { UnsentClaim } from "@/components/claims/unsent-claims";
import { currentDraft } from "@/components/drafts/claim-draft";
import { claimWithDraft } from "@/components/drafts/claim-with-draft";
import { outbox } from "@/components/live/outbox";
import { unsentClaims } from "@/components/live/unsent-claims";
import type { Claim } from "@/lib/claims/claim";
import { claimOf } from "@/lib/live/desk-write";

type Writes = ReturnType<typeof outbox.current>["writes"];

const NO_WRITES: Writes = [];

const useQueuedWrites = () =>
  useSyncExternalStore(
    (changed) => outbox.watch(changed),
    () => outbox.current().writes,
    () => NO_WRITES,
  );

/** Claims of an article with changes that the server does not have yet. */
export function useQueuedClaimIds(articleId: string): readonly string[] {
  const writes = useQueuedWrites();
  return useMemo(
    () => writes.filter((each) => each.articleId === articleId).flatMap(({ write }) => claimOf(write) ?? []),
    [writes, articleId],
  );
}

/** Claims of an article that were marked here and that the server does not have yet, in the order of the text. */
export function useUnsentClaims(articleId: string): readonly UnsentClaim[] {
  const writes = useQueuedWrites();
  return useMemo(() => unsentClaims(writes, articleId), [writes, articleId]);
}

/** Claims with the content of forms that wait to be sent; a form that the server rejected changes nothing. */
export function useClaimsAsWritten(claims: readonly Claim[]): readonly Claim[] {
  const writes = useQueuedWrites();
  return useMemo(() => {
    const drafts = new Map(
      writes.flatMap(({ write, draft, refused }) => {
        const id = claimOf(write);
        return draft && id && !refused ? [[id, currentDraft(draft)] as const] : [];
      }),
    );
    if (drafts.size === 0) return claims;
    return claims.map((claim) => {
      const draft = drafts.get(claim.id);
      return draft ? claimWithDraft(claim, draft) : claim;
    });
  }, [claims, writes]);
}
