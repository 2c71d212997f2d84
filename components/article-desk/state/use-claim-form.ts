import { useCallback, useEffect, useState } from "react";
import { type ClaimDraft, draftOf, newDraft } from "@/components/drafts/claim-draft";
import { readStoredDraft } from "@/components/drafts/use-claim-draft";
import type { TextRange } from "@/lib/anchoring/reanchor";
import type { Claim } from "@/lib/claims/claim";
import type { Message } from "./message";

export interface OpenForm {
  draft: ClaimDraft;
  /** When the draft was kept; null for a form that opens fresh. */
  restoredAt: string | null;
}

const IS_OPEN = "Save or discard the form that is open first: nothing you typed there is lost.";

/** Which claim's form is open on the page, and with what in it: at most one is. */
export function useClaimForm({
  place,
  versionId,
  claims,
  drafts,
  waitingDraft,
  say,
}: {
  /** Where this browser keeps what is typed. */
  place: string;
  versionId: string;
  /** Claims as the server sent them. */
  claims: readonly Claim[];
  /** What the server keeps of forms that were not saved. */
  drafts: readonly { subject: string; body: ClaimDraft; updatedAt: string }[];
  /** The form as it was last saved, where it waits in the browser for the server. */
  waitingDraft: (claimId: string) => ClaimDraft | null;
  say: (message: Message | null) => void;
}) {
  const [form, setForm] = useState<OpenForm | null>(null);

  // What was typed before a reload: this browser's copy, or the server's where it is newer.
  useEffect(() => {
    for (const subject of ["new", ...claims.map((claim) => claim.id)]) {
      const here = readStoredDraft(place, subject);
      const there = drafts.find((draft) => draft.subject === subject);
      const newest =
        here && (!there || here.at >= there.updatedAt)
          ? here
          : there && { body: there.body, at: there.updatedAt };
      // A claim that was to be marked in an older text has no place yet: marking a passage brings its words back.
      if (!newest || (subject === "new" && newest.body.versionId !== versionId)) continue;
      setForm({ draft: newest.body, restoredAt: newest.at });
      return;
    }
  }, [place, claims, drafts, versionId]);

  /** Opens the form for a new claim on a passage. */
  const mark = useCallback(
    (range: (TextRange & { exact: string }) | null) => {
      if (!range)
        return say({
          tone: "failure",
          text: "Nothing is selected. Select the words of the claim first.",
        });
      say(null);
      setForm((open) => {
        if (open) {
          say({ tone: "failure", text: IS_OPEN });
          return open;
        }
        const kept = readStoredDraft(place, "new");
        return kept && kept.body.versionId !== versionId
          ? { draft: { ...kept.body, ...range, versionId }, restoredAt: kept.at }
          : { draft: newDraft(versionId, range), restoredAt: null };
      });
    },
    [place, say, versionId],
  );

  /** Opens the form of a claim. @param ratingKey the verdict to begin with instead of the claim's own */
  const edit = useCallback(
    (claim: Claim, ratingKey?: string) => {
      setForm((open) => {
        if (open) {
          if (open.draft.claimId !== claim.id) say({ tone: "failure", text: IS_OPEN });
          return open;
        }
        const kept = readStoredDraft(place, claim.id);
        const draft = kept?.body ?? waitingDraft(claim.id) ?? draftOf(claim);
        return {
          draft: ratingKey === undefined ? draft : { ...draft, ratingKey },
          restoredAt: kept?.at ?? null,
        };
      });
    },
    [place, say, waitingDraft],
  );

  const close = useCallback(() => setForm(null), []);
  return { form, mark, edit, close };
}
