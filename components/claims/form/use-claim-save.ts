import { useState } from "react";
import { currentClaim } from "@/components/claims/current-claim";
import {
  type ClaimDraft,
  claimDraftOf,
  hasRationale,
  rationaleLength,
} from "@/components/drafts/claim-draft";
import { compareDrafts, mergeDrafts } from "@/components/drafts/compare-drafts";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { LIMITS } from "@/lib/claims/claim-input";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { withTypedSource } from "./source-rows";

/** How often a save is merged automatically with what others saved meanwhile, before the editor has to choose. */
const MAX_MERGES = 5;

/** Saves a claim. The claim is null if it is queued in the browser until the server is back. */
export type SaveClaim = (draft: ClaimDraft) => Promise<Result<{ claim: Claim | null }, Failure>>;

/** Saves the form of a claim, merged with what others saved meanwhile unless both changed the same part. */
export function useClaimSave({
  change,
  flush,
  forget,
  save,
  onSaved,
}: {
  change: (draft: ClaimDraft) => void;
  /** Waits for a draft that is being sent. */
  flush: () => Promise<void>;
  forget: () => void;
  save: SaveClaim;
  onSaved: (claim: Claim | null, draft: ClaimDraft) => void;
}) {
  const t = useWords("claims");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(form: ClaimDraft): Promise<void> {
    if (pending) return;
    // It would not be saved, and nobody would notice.
    if (form.ratingKey === null && hasRationale(form)) {
      const message = t("form.rationaleNeedsVerdict");
      return setFailure({
        kind: "invalid",
        message,
        fields: { "verdict.ratingKey": [t("form.chooseVerdict")] },
      });
    }
    // The form knows already: it doesn't have to be queued to be refused, which after a reload would close the form.
    const length = rationaleLength(form);
    if (length > LIMITS.rationale) {
      const message = t("rationaleTooLong", { length, limit: LIMITS.rationale });
      return setFailure({ kind: "invalid", message, fields: { "verdict.rationaleDoc": [message] } });
    }
    let draft = withTypedSource(form);
    if (draft !== form) change(draft);
    setPending(true);
    await flush();
    let result = await save(draft);
    // Changes by others that do not conflict are merged without asking, again and again while others keep saving.
    for (let merges = 0; merges < MAX_MERGES && !result.ok; merges++) {
      const theirs = currentClaim(result.error);
      if (!theirs || compareDrafts(draft, claimDraftOf(theirs)).some(({ outcome }) => outcome === "conflict"))
        break;
      draft = mergeDrafts(draft, claimDraftOf(theirs), new Map());
      change(draft);
      await flush();
      result = await save(draft);
    }
    setPending(false);
    if (!result.ok) return setFailure(result.error);
    forget();
    onSaved(result.value.claim, draft);
  }

  return { failure, setFailure, pending, submit };
}
