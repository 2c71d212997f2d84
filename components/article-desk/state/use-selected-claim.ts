import type { Claim } from "@/lib/claims/claim";
import { isMovable } from "./adjusting";
import { useDesk } from "./desk-context";
import { useStore } from "./use-store";

/** The claim whose card is open. */
export function useSelectedClaim(): {
  selected: Claim | null;
  /** The same, if this person can change its highlight. */
  movable: Claim | null;
  /** The same, while its highlight is being adjusted by selecting. */
  adjusted: Claim | null;
} {
  const { page, claims, choice, adjusting } = useDesk();
  const list = useStore(claims.list);
  const selectedId = useStore(choice.selectedId);
  const adjustedId = useStore(adjusting.adjustedId);
  const selected = list.find((claim) => claim.id === selectedId) ?? null;
  const movable = selected && page.isStaff && isMovable(selected) ? selected : null;
  return { selected, movable, adjusted: movable && movable.id === adjustedId ? movable : null };
}
