import type { Claim } from "./claim";
import { judgementKeyOf } from "./judgement";

type Fillable = Pick<Claim, "state" | "excluded" | "purpose" | "verdict" | "outcome">;

/** Whether a claim was marked and has no verdict yet, or, in a manuscript, no outcome. */
export function isToFillIn(claim: Fillable): boolean {
  return claim.state === "draft" && !claim.excluded && judgementKeyOf(claim) === null;
}

/**
 * The next claim without a verdict, in the order of the list, beginning again at its start.
 * @param afterId a claim to look behind; null to begin at the start
 */
export function nextToFillIn<Each extends Fillable & { id: string }>(
  claims: readonly Each[],
  afterId: string | null,
): Each | undefined {
  const from = claims.findIndex(({ id }) => id === afterId) + 1;
  return [...claims.slice(from), ...claims.slice(0, from)].find(isToFillIn);
}
