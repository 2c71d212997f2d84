import { type AnchorOutcome, type ClaimState, needsChecking } from "@/lib/claims/claim";

export interface ReadinessClaim {
  id: string;
  number: number;
  state: ClaimState;
  excluded: boolean;
  anchorOutcome: AnchorOutcome;
}

export interface Blocker {
  /** Null if it concerns the article itself. */
  claimId: string | null;
  message: string;
}

/** An article can be published when every claim is approved or excluded, and no anchor needs checking. */
export function publicationReadiness(
  claims: readonly ReadinessClaim[],
): { ready: true } | { ready: false; blockers: Blocker[] } {
  const blockers: Blocker[] = [];
  const shown = claims.filter((claim) => claim.state !== "retired" && !claim.excluded);
  if (shown.length === 0)
    blockers.push({
      claimId: null,
      message: "There is no claim to publish. Mark at least one, and have it approved.",
    });
  for (const claim of shown) {
    if (claim.state === "draft")
      blockers.push({
        claimId: claim.id,
        message: `Claim ${claim.number} is a draft. Submit it for review, or exclude it.`,
      });
    else if (claim.state === "in_review")
      blockers.push({
        claimId: claim.id,
        message: `Claim ${claim.number} needs approval by another editor.`,
      });
    else if (claim.state === "disputed")
      blockers.push({
        claimId: claim.id,
        message: `The votes on claim ${claim.number} differ. Choose its rating, or return it.`,
      });
    if (needsChecking({ outcome: claim.anchorOutcome }))
      blockers.push({
        claimId: claim.id,
        message: `Claim ${claim.number} needs checking: its text changed. Confirm its position, select its text again, or retire it.`,
      });
  }
  return blockers.length === 0 ? { ready: true } : { ready: false, blockers };
}
