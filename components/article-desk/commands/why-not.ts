import { offeredActions } from "@/components/review/offered-actions";
import type { Claim } from "@/lib/claims/claim";
import { needsChecking } from "@/lib/claims/claim";
import { suggestsWording } from "@/lib/manuscripts/suggests-wording";
import type { Actor } from "@/lib/policies/actor";
import { words } from "@/lib/words/words";

/** What keys do to a claim. */
export type KeyAction = "open" | "delete" | "edit" | "place" | "submit" | "approve" | "accept-wording";

/**
 * Why a key can't act on a claim now, in one short sentence; null if it can.
 * @param claim the one at the focus or open; null for none
 * @param language of the sentence, BCP 47
 */
export function whyNot(
  action: KeyAction,
  { actor, claim, language }: { actor: Actor; claim: Claim | null; language: string },
): string | null {
  const t = words("articles", language);
  if (!claim) return t("key.noClaim");
  const { number } = claim;
  if (action === "open" || action === "delete") return null;
  if (claim.state === "retired") return t("key.retired", { number });
  if (action === "place") return needsChecking(claim.anchor) ? t("key.unplaced", { number }) : null;
  if (action === "accept-wording") return suggestsWording(claim) ? null : t("key.noWording", { number });
  if (action === "edit") return null;
  const decision = offeredActions(actor, claim).find((offered) => offered.action === action)?.decision;
  if (decision) return decision.allowed ? null : decision.reason;
  return t(action === "submit" ? "key.submit" : "key.approve", { number, state: claim.state });
}
