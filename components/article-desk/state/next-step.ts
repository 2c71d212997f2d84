import { isReadyToSubmit } from "@/components/article-desk/operations/review-steps";
import { canTake } from "@/components/review/offered-actions";
import type { Claim } from "@/lib/claims/claim";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";

/** What an article needs next from one person. */
export type NextStep =
  /** Claims that they can approve, in the order of the text. */
  | { kind: "approve"; claims: readonly Claim[] }
  /** Drafts with a verdict that they can submit for review. */
  | { kind: "submit"; count: number }
  /** There are no claims yet, and they can mark some. */
  | { kind: "mark" }
  /** Readers don't see the article as it is now. */
  | { kind: "publish" }
  | { kind: "none" };

/**
 * The one action that the article's head offers to a person. Approving comes first: nobody else can do it for the authors.
 * @param isPublished whether readers see the article as it is now, or it is not for readers
 */
export function nextStep(actor: Actor, claims: readonly Claim[], isPublished: boolean): NextStep {
  const toApprove = claims.filter((claim) => canTake(actor, claim, "approve"));
  if (toApprove.length > 0) return { kind: "approve", claims: toApprove };
  const count = isGuest(actor) ? 0 : claims.filter(isReadyToSubmit).length;
  if (count > 0) return { kind: "submit", count };
  if (claims.length === 0 && can(actor, "create", "claim").allowed) return { kind: "mark" };
  return !isPublished && can(actor, "publish", "article").allowed ? { kind: "publish" } : { kind: "none" };
}
