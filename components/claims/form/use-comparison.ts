import { useState } from "react";
import { currentClaim } from "@/components/claims/current-claim";
import { type ClaimDraft, claimDraftOf } from "@/components/drafts/claim-draft";
import { type Choices, compareDrafts, mergeDrafts } from "@/components/drafts/compare-drafts";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";

/**
 * The comparison of a form with the claim that someone else changed since the form was opened. It opens if saving failed because of that
 * change, or by hand.
 * @param newer the newest state of the claim that the page knows; null for a new claim
 * @param failure why the last save failed
 * @param onGiveUp called with the form as it was before their version replaced parts of it
 */
export function useComparison({
  draft,
  newer,
  failure,
  change,
  onGiveUp,
}: {
  draft: ClaimDraft;
  newer: Claim | null;
  failure: Failure | null;
  change: (part: Partial<ClaimDraft>) => void;
  onGiveUp: (before: ClaimDraft) => void;
}) {
  // After a reload, the comparison in which something was chosen is open again.
  const [comparing, setComparing] = useState(
    draft.choices !== undefined && draft.choices.revision === newer?.revision,
  );
  const conflicting = currentClaim(failure);
  const newest = [conflicting, newer].reduce(newerOf, null);
  // Review steps raise the revision too, without changing anything in this form.
  const isOutdated =
    newest !== null &&
    newest.revision > draft.revision &&
    (conflicting !== null ||
      compareDrafts(draft, claimDraftOf(newest)).some(({ outcome }) => outcome !== "mine"));
  const current = isOutdated ? newest : null;
  const compared = comparing || conflicting !== null ? current : null;
  const chosen = compared && draft.choices?.revision === compared.revision ? draft.choices.sides : {};

  /** Applies the choices, and closes the comparison. @returns the merged form */
  function apply(theirs: Claim): ClaimDraft {
    const choices: Choices = new Map(Object.entries(chosen));
    const merged = mergeDrafts(draft, claimDraftOf(theirs), choices);
    // Brought back, it is compared without the choices that replaced it.
    const { choices: _, ...before } = draft;
    if ([...choices.values()].includes("theirs")) onGiveUp(before);
    change(merged);
    setComparing(false);
    return merged;
  }

  return {
    /** The claim as someone else changed it; null if the form is up to date. */
    current,
    /** The changed claim that made the last save fail. */
    conflicting,
    /** The claim that the form is compared with; null while no comparison is open. */
    compared,
    /** The chosen versions of the parts in conflict. */
    chosen,
    start: () => setComparing(true),
    apply,
  };
}

function newerOf(a: Claim | null, b: Claim | null): Claim | null {
  return a && (!b || a.revision >= b.revision) ? a : b;
}
