import { claimantKind } from "@/lib/claimants/claimant-kind";
import { splitClaimantText } from "@/lib/claimants/split-claimant-text";
import { LIMITS } from "@/lib/claims/claim-input";
import type { ReportClaim } from "../report";

/** A claim whose claimant, carrier and note are one text, as Reports had it first. */
export type WithClaimantText<Claim> = Omit<Claim, "claimant" | "carriedBy"> & { claimant: string | null };

interface StoredClaim extends Pick<ReportClaim, "tags"> {
  claimant: ReportClaim["claimant"] | string;
  carriedBy?: string | null;
}

/** A claim of a stored Report with its claimant in parts. @param claim is not changed */
export function upgradeClaimant<Claim extends StoredClaim>(
  claim: Claim,
): Omit<Claim, "claimant" | "carriedBy"> & Pick<ReportClaim, "claimant" | "carriedBy"> {
  const { claimant } = claim;
  if (typeof claimant !== "string") return { ...claim, claimant, carriedBy: claim.carriedBy ?? null };
  const split = splitClaimantText(claimant, claim.tags, LIMITS);
  return {
    ...claim,
    claimant: split.claimant && {
      id: null,
      kind: claimantKind(split.claimant.name),
      ...split.claimant,
      sameAs: [],
      ...(claimant !== split.claimant.name && { asWritten: claimant }),
    },
    carriedBy: split.carriedBy,
    tags: split.tags,
  };
}
