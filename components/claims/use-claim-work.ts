import { useCallback } from "react";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";

/** A claim that was left as it is, and why. */
export interface SkippedClaim {
  claimId: string;
  message: string;
}

/** What became of claims that were to be changed. */
export interface ClaimsChanged {
  /** Those that were changed, as they are now. */
  claims: Claim[];
  left: SkippedClaim[];
}

/** Gives claims of an article to somebody. `seenAssigneeId`: who works on it as far as the page knows. */
export type AssignClaims = (input: {
  articleId: string;
  claims: { claimId: string; seenAssigneeId: string | null }[];
  assigneeId: string | null;
}) => Promise<Result<ClaimsChanged, Failure>>;

/** Gives one claim of the page to somebody, or takes it. */
export function useAssignClaim(
  assign: AssignClaims,
  step: (claim: Claim, call: () => Promise<Result<Claim, Failure>>) => Promise<boolean>,
) {
  return useCallback(
    (claim: Claim, assigneeId: string | null) =>
      step(claim, async () => {
        const { id, articleId, assignee } = claim;
        const claims = [{ claimId: id, seenAssigneeId: assignee?.id ?? null }];
        const result = await assign({ articleId, claims, assigneeId });
        if (!result.ok) return result;
        const [changed] = result.value.claims;
        if (changed) return ok(changed);
        const message = result.value.left[0]?.message ?? "This claim is not there any more.";
        return err({ kind: "stale", message, current: null });
      }),
    [assign, step],
  );
}
