import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import type { BatchAction } from "@/lib/review/claim-batch";
import { words } from "@/lib/words/words";

/** A claim that was not changed, and why. */
export interface SkippedClaim {
  claimId: string;
  message: string;
}

/** The outcome of an action on several claims. */
export interface ClaimsChanged {
  /** The changed claims, in their new state. */
  claims: Claim[];
  left: SkippedClaim[];
}

/** Applies one action to many claims of an article, and reports on each. `seenAssigneeId`: the assignee that the page showed. */
export type BatchClaims = (input: {
  articleId: string;
  claims: { claimId: string; revision: number; seenAssigneeId: string | null }[];
  action: BatchAction;
}) => Promise<Result<ClaimsChanged, Failure>>;

/** Assigns claims of an article to a person. `seenAssigneeId`: the assignee that the page showed. */
export type AssignClaims = (input: {
  articleId: string;
  claims: { claimId: string; seenAssigneeId: string | null }[];
  assigneeId: string | null;
}) => Promise<Result<ClaimsChanged, Failure>>;

/** Assigns one claim, or, with null, unassigns it. */
export async function assignClaim(
  assign: AssignClaims,
  { id, articleId, assignee }: Claim,
  assigneeId: string | null,
): Promise<Result<Claim, Failure>> {
  const claims = [{ claimId: id, seenAssigneeId: assignee?.id ?? null }];
  const result = await assign({ articleId, claims, assigneeId });
  if (!result.ok) return result;
  const [changed] = result.value.claims;
  if (changed) return ok(changed);
  const message = result.value.left[0]?.message ?? words("claims")("noLongerExists");
  return err({ kind: "stale", message, current: null });
}
