import type { ShowMessage } from "@/components/article-desk/operations/message";
import { Store } from "@/components/article-desk/operations/store";
import {
  type ClaimDraft,
  claimDraftOf,
  currentDraft,
  isSameForm,
  isSaved,
  isUnchanged,
  newDraft,
  type Prefilled,
} from "@/components/drafts/claim-draft";
import { wasDiscarded } from "@/components/drafts/discarded-draft";
import { withOutcomeKind } from "@/components/drafts/outcome-draft";
import { readStoredDraft, storeClaimDraft } from "@/components/drafts/use-claim-draft";
import type { TextRange } from "@/lib/anchoring/text-range";
import type { Claim } from "@/lib/claims/claim";
import { OUTCOME_KINDS } from "@/lib/claims/outcome";
import { words } from "@/lib/words/words";

export interface OpenForm {
  draft: ClaimDraft;
  /** When the draft was stored; null for a form without one. */
  restoredAt: string | null;
  /** Whether it opened a moment after the page, with what was typed before: another control can have the focus by then. */
  opensByItself?: true;
}

/** A range of the text with its words. */
export type Passage = TextRange & { exact: string };

/** The open claim form and its initial content. Only one form can be open; one in which nothing was typed gives way to the next. */
export function createOpenForm({
  draftKey,
  versionId,
  language,
  queuedDraft,
  prefill,
  showMessage,
}: {
  /** Where this browser stores drafts: `draftKeyFor`. */
  draftKey: string;
  versionId: string;
  /** Of the messages, BCP 47. */
  language: string;
  /** The form as last saved, if that save is still queued in this browser. */
  queuedDraft: (claimId: string) => ClaimDraft | null;
  /** What the form of a new claim on a passage opens with. */
  prefill: (passage: Passage) => Prefilled;
  showMessage: ShowMessage;
}) {
  const t = words("articles", language);
  const formWords = words("claimForm", language);
  const form = new Store<OpenForm | null>(null);

  /**
   * Restores what was typed before a reload: from this browser, or from the server if its draft is newer.
   * @param claims as the server sent them
   * @param drafts unsaved drafts that the server has
   * @param sent forms that were saved without an answer so far: the outbox has them
   */
  function restore(
    claims: readonly Claim[],
    drafts: readonly { subject: string; body: ClaimDraft; updatedAt: string }[],
    sent: readonly ClaimDraft[] = [],
  ): void {
    if (form.get()) return;
    for (const subject of ["new", ...claims.map((claim) => claim.id)]) {
      const here = readStoredDraft(draftKey, subject);
      const there = drafts.find(
        (draft) => draft.subject === subject && !wasDiscarded(draftKey, subject, draft.body),
      );
      const newest =
        here && (!there || here.at >= there.updatedAt)
          ? here
          : there && { body: currentDraft(there.body), at: there.updatedAt };
      // A new claim from an older version has no position in this one: its draft comes back when a passage is marked.
      if (!newest || isUnchanged(newest.body) || (subject === "new" && newest.body.versionId !== versionId))
        continue;
      const claim = claims.find(({ id }) => id === subject);
      if (claim && isSaved(newest.body, claim)) continue;
      if (sent.some((form) => isSameForm(form, newest.body))) continue;
      form.set({ draft: newest.body, restoredAt: newest.at, opensByItself: true });
      return;
    }
  }

  /** Whether another form has to be finished first: one is open, and something was typed in it. */
  const isBusy = () => {
    const open = form.get();
    return open !== null && readStoredDraft(draftKey, open.draft.claimId ?? "new") !== null;
  };

  /**
   * Opens the form for a new claim on a passage, replacing one in which nothing was typed. A form that was closed with something typed in
   * it comes first: there is one draft of a new claim at a time.
   */
  function mark(range: Passage | null) {
    if (!range) return showMessage({ tone: "failure", text: t("selectTextFirst") });
    if (isBusy()) return showMessage({ tone: "failure", text: t("finishOpenClaim") });
    const stored = readStoredDraft(draftKey, "new");
    if (!stored || isUnchanged(stored.body)) {
      showMessage(null);
      form.set({ draft: newDraft(versionId, range, prefill(range)), restoredAt: null });
    } else if (stored.body.versionId !== versionId) {
      showMessage(null);
      form.set({ draft: { ...stored.body, ...range, versionId }, restoredAt: stored.at });
    } else {
      const isSame = stored.body.start === range.start && stored.body.end === range.end;
      showMessage(isSame ? null : { tone: "plain", text: formWords("finishStored") });
      form.set({ draft: stored.body, restoredAt: stored.at });
    }
  }

  /** Opens the form of a claim. @param ratingKey replaces the verdict in the form, or the outcome of a claim in a manuscript */
  function edit(claim: Claim, ratingKey?: string): void {
    if (form.get()?.draft.claimId === claim.id) return;
    if (isBusy()) {
      showMessage({ tone: "failure", text: t("finishOpenClaim") });
      return;
    }
    const stored = readStoredDraft(draftKey, claim.id);
    const opened = stored?.body ?? queuedDraft(claim.id) ?? claimDraftOf(claim);
    const draft = ratingKey === undefined ? opened : withJudgement(opened, claim, ratingKey);
    // What is chosen before anything is typed survives a reload as well.
    if (ratingKey !== undefined) void storeClaimDraft(draftKey, claim.id, draft);
    showMessage(null);
    form.set({ draft, restoredAt: stored?.at ?? null });
  }

  /** Opens a discarded form again, with everything that was in it. @returns whether it is open */
  function reopen(draft: ClaimDraft): boolean {
    if (isBusy()) {
      showMessage({ tone: "failure", text: t("finishOpenClaim") });
      return false;
    }
    void storeClaimDraft(draftKey, draft.claimId ?? "new", draft);
    form.set({ draft, restoredAt: null });
    showMessage(null);
    return true;
  }

  const close = () => form.set(null);

  return { form, restore, mark, edit, reopen, close };
}

function withJudgement(draft: ClaimDraft, claim: Claim, key: string): ClaimDraft {
  if (claim.purpose !== "manuscript") return { ...draft, ratingKey: key };
  const kind = OUTCOME_KINDS.find((each) => each === key);
  return kind
    ? { ...draft, outcome: withOutcomeKind(draft.outcome ?? null, kind, claim.anchor.exact) }
    : draft;
}
