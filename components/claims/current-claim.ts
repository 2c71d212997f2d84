import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";

/** The claim in its current state, if a write was refused because the claim had changed. */
export function currentClaim(failure: Failure | null): Claim | null {
  return failure?.kind === "stale" && isClaim(failure.current) ? failure.current : null;
}

function isClaim(value: unknown): value is Claim {
  return typeof value === "object" && value !== null && "statement" in value && "anchor" in value;
}
