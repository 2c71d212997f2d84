import { type ClaimDraft, guessKind, type Prefilled } from "@/components/drafts/claim-draft";

/** Remembers, while the page is open, who made the last saved claim, when, and its kind: often the next claim has the same. */
export function createClaimMemory() {
  let last: Pick<ClaimDraft, "claimant" | "claimantRole" | "claimedOn" | "kind"> | null = null;
  return {
    remember({ claimant, claimantRole, claimedOn, kind }: ClaimDraft): void {
      last = { claimant, claimantRole, claimedOn, kind };
    },
    /** What the form of the next claim opens with. @param exact its passage */
    recall(exact: string): Prefilled {
      if (!last) return {};
      const { claimant, claimantRole, claimedOn, kind } = last;
      return {
        ...(claimant.name && { claimant, claimantRole }),
        ...(claimedOn && { claimedOn }),
        ...(kind !== guessKind(exact) && { kind }),
      };
    },
  };
}

export type ClaimMemory = ReturnType<typeof createClaimMemory>;
