import { useCallback, useEffect, useState } from "react";
import { type ClaimDraft, draftOf, newDraft } from "@/components/drafts/claim-draft";
import { readStoredDraft } from "@/components/drafts/use-claim-draft";
import { useWords } from "@/components/words/use-words";
import type { TextRange } from "@/lib/anchoring/reanchor";
import type { Claim } from "@/lib/claims/claim";
import type { Message } from "./message";

export interface OpenForm {
  draft: ClaimDraft;
  /** When the draft was stored; null for a form without one. */
  restoredAt: string | null;
}

/** The open claim form and its initial content. Only one form can be open. */
export function useClaimForm({
  draftKey,
  versionId,
  claims,
  drafts,
  queuedDraft,
  showMessage,
}: {
  /** Where this browser stores drafts: `draftKeyFor`. */
  draftKey: string;
  versionId: string;
  /** Claims as the server sent them. */
  claims: readonly Claim[];
  /** Unsaved drafts that the server has. */
  drafts: readonly { subject: string; body: ClaimDraft; updatedAt: string }[];
  /** The form as last saved, if that save is still queued in this browser. */
  queuedDraft: (claimId: string) => ClaimDraft | null;
  showMessage: (message: Message | null) => void;
}) {
  const t = useWords("articles");
  const [form, setForm] = useState<OpenForm | null>(null);

  // Restore what was typed before a reload: from this browser, or from the server if its draft is newer.
  useEffect(() => {
    for (const subject of ["new", ...claims.map((claim) => claim.id)]) {
      const here = readStoredDraft(draftKey, subject);
      const there = drafts.find((draft) => draft.subject === subject);
      const newest =
        here && (!there || here.at >= there.updatedAt)
          ? here
          : there && { body: there.body, at: there.updatedAt };
      // A new claim from an older version has no position in this one: its draft comes back when a passage is marked.
      if (!newest || (subject === "new" && newest.body.versionId !== versionId)) continue;
      setForm({ draft: newest.body, restoredAt: newest.at });
      return;
    }
  }, [draftKey, claims, drafts, versionId]);

  /** Opens the form for a new claim on a passage. */
  const mark = useCallback(
    (range: (TextRange & { exact: string }) | null) => {
      if (!range) return showMessage({ tone: "failure", text: t("selectTextFirst") });
      showMessage(null);
      setForm((open) => {
        if (open) {
          showMessage({ tone: "failure", text: t("finishOpenClaim") });
          return open;
        }
        const stored = readStoredDraft(draftKey, "new");
        return stored && stored.body.versionId !== versionId
          ? { draft: { ...stored.body, ...range, versionId }, restoredAt: stored.at }
          : { draft: newDraft(versionId, range), restoredAt: null };
      });
    },
    [draftKey, showMessage, t, versionId],
  );

  /** Opens the form of a claim. @param ratingKey replaces the verdict in the form */
  const edit = useCallback(
    (claim: Claim, ratingKey?: string) => {
      setForm((open) => {
        if (open) {
          if (open.draft.claimId !== claim.id) showMessage({ tone: "failure", text: t("finishOpenClaim") });
          return open;
        }
        const stored = readStoredDraft(draftKey, claim.id);
        const draft = stored?.body ?? queuedDraft(claim.id) ?? draftOf(claim);
        return {
          draft: ratingKey === undefined ? draft : { ...draft, ratingKey },
          restoredAt: stored?.at ?? null,
        };
      });
    },
    [draftKey, queuedDraft, showMessage, t],
  );

  const close = useCallback(() => setForm(null), []);
  return { form, mark, edit, close };
}
