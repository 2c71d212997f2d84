import type { Claim } from "./claim";

/** Whether a claim was marked and has no verdict yet. */
export function isToFillIn({
  state,
  excluded,
  verdict,
}: Pick<Claim, "state" | "excluded" | "verdict">): boolean {
  return state === "draft" && !excluded && verdict === null;
}

/**
 * The next claim without a verdict, in the order of the list, beginning again at its start.
 * @param afterId a claim to look behind; null to begin at the start
 */
export function nextToFillIn<Each extends Pick<Claim, "id" | "state" | "excluded" | "verdict">>(
  claims: readonly Each[],
  afterId: string | null,
): Each | undefined {
  const from = claims.findIndex(({ id }) => id === afterId) + 1;
  return [...claims.slice(from), ...claims.slice(0, from)].find(isToFillIn);
}
