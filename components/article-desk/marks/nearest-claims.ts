import type { Claim } from "@/lib/claims/claim";

/** More than this would make the list too long to read. */
const MAX_CANDIDATES = 30;

/** The claims that a claim can be merged with, the nearest in the text first. */
export function nearestClaims(claim: Claim, claims: readonly Claim[]): Claim[] {
  const gap = ({ anchor }: Claim) =>
    Math.max(0, anchor.start - claim.anchor.end, claim.anchor.start - anchor.end);
  return claims
    .filter(
      ({ id, state, anchor }) => id !== claim.id && state !== "retired" && anchor.outcome !== "orphaned",
    )
    .sort((a, b) => gap(a) - gap(b))
    .slice(0, MAX_CANDIDATES);
}
