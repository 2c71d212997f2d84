import type { ClaimOperations } from "@/components/article-desk/operations/claim-operations";
import type { Store } from "@/components/article-desk/operations/store";
import type { Claim } from "@/lib/claims/claim";
import { focusClaim, focusClaimsHeading } from "./focus-targets";

/**
 * The operations on claims, each with the focus on what follows: the card of the claim that was changed or made, or, for one that is gone,
 * of the next claim. A person who works in the text stays there, unless the operation ends the work on a claim.
 * @param selectedId the claim whose card is open
 */
export function followFocus(
  operations: ClaimOperations,
  selectedId: Store<string | null>,
): Pick<
  ClaimOperations,
  | "review"
  | "rate"
  | "retire"
  | "assign"
  | "remove"
  | "duplicate"
  | "split"
  | "merge"
  | "setPosition"
  | "undo"
  | "redo"
> {
  const { list } = operations;
  const has = (id: string) => list.get().some((claim) => claim.id === id);

  function follow(id: string | null): void {
    if (id !== null && has(id)) focusClaim(id);
    else focusClaimsHeading();
  }

  /** Runs a step of a review. A person who opened another claim meanwhile stays there. @returns whether it was saved or queued */
  async function step(claim: Claim, done: Promise<boolean>): Promise<boolean> {
    const openedAt = selectedId.get();
    if (!(await done)) return false;
    if (selectedId.get() === openedAt) follow(claim.id);
    return true;
  }

  /** Runs an operation that opens the claim to go on with. */
  async function edit(done: Promise<void>): Promise<void> {
    await done;
    if (!isInText()) follow(selectedId.get());
  }

  return {
    review: (claim, action, note) => step(claim, operations.review(claim, action, note)),
    rate: (kind, claim, rating) => step(claim, operations.rate(kind, claim, rating)),
    retire: (claim, note) => step(claim, operations.retire(claim, note)),
    assign: (claim, assigneeId) => step(claim, operations.assign(claim, assigneeId)),
    remove: async (claim) => {
      const claims = list.get();
      const at = claims.findIndex(({ id }) => id === claim.id);
      const next = claims[at + 1] ?? claims[at - 1];
      await operations.remove(claim);
      follow(has(claim.id) ? claim.id : (next?.id ?? null));
    },
    duplicate: (claim) => edit(operations.duplicate(claim)),
    split: (claim, at) => edit(operations.split(claim, at)),
    merge: (claim, other) => edit(operations.merge(claim, other)),
    setPosition: (claim, range) => edit(operations.setPosition(claim, range)),
    undo: () => edit(operations.undo()),
    redo: () => edit(operations.redo()),
  };
}

/** Whether the focus is in the article's text. */
function isInText(): boolean {
  return document.activeElement?.closest("[aria-readonly=true]") != null;
}
