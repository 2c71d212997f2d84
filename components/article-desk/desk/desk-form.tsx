import { type Ref, useCallback, useMemo, useRef } from "react";
import { focusClaim } from "@/components/article-desk/focus/focus-targets";
import { useFormOrigin } from "@/components/article-desk/focus/use-form-origin";
import { useDesk, useOthers, useRatings } from "@/components/article-desk/state/desk-context";
import type { OpenForm } from "@/components/article-desk/state/open-form";
import { useStore } from "@/components/article-desk/state/use-store";
import { ClaimForm, type ClaimFormHandle } from "@/components/claims/form/claim-form";
import { SourceActionsProvider } from "@/components/claims/form/source-actions";
import { citedSources } from "@/components/claims/form/source-rows";
import { ClaimSheet } from "@/components/claims/sheet/claim-sheet";
import { isNarrow } from "@/components/claims/sheet/is-narrow";
import { type ClaimDraft, claimFormKey, isUnchanged } from "@/components/drafts/claim-draft";
import { forgetDiscarded } from "@/components/drafts/discarded-draft";
import { useDiscards } from "@/components/drafts/discards-context";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import { editorsOf } from "@/lib/live/presence";
import styles from "./article-desk.module.css";

/** The form of the claim that is being written, if there is one. */
export function DeskForm() {
  const { page, editor, form } = useDesk();
  const handle = useRef<ClaimFormHandle>(null);
  const open = useStore(form.form);
  return (
    open && (
      <ClaimSheet
        className={styles.form}
        onClose={() => handle.current?.close()}
        showAbove={(edge) => editor.current?.showAbove(open.draft, edge)}
      >
        <SourceActionsProvider actions={page.actions}>
          <Open key={`${open.draft.claimId}-${open.draft.idempotencyKey}`} {...open} handle={handle} />
        </SourceActionsProvider>
      </ClaimSheet>
    )
  );
}

function Open({ draft, restoredAt, opensByItself, handle }: OpenForm & { handle: Ref<ClaimFormHandle> }) {
  const t = useWords("articles");
  const formWords = useWords("claimForm");
  const { page, editor, article, claims, choice, form, message } = useDesk();
  const { presence } = useOthers();
  const discards = useDiscards();
  const { articleId, actions, draftKey } = page;
  const list = useStore(claims.list);
  const saveDraft = useCallback(
    (input: { subject: string; body: unknown }) => actions.saveDraft({ ...input, articleId }),
    [actions, articleId],
  );
  const dropDraft = useCallback(
    (input: { subject: string }) => actions.discardDraft({ ...input, articleId }),
    [actions, articleId],
  );
  /** Whether the form is a sheet above the card of its claim, which then gets the focus. */
  const isAboveCard = () => isNarrow() && draft.claimId !== null && choice.selectedId.get() === draft.claimId;
  const origin = useFormOrigin(draft.claimId, opensByItself);
  /** Moves the focus to where the form was opened from. @param toText how, for a form that was opened from the text */
  const returnFocus = (toText: () => void) => {
    if (isAboveCard()) return;
    if (origin === "claim" && draft.claimId !== null) focusClaim(draft.claimId);
    else toText();
  };
  /** Offers to open the form again as it was. @param dropped resolves when the server has dropped its draft, which is stored again only then */
  const offer = (text: string, before: ClaimDraft, dropped: Promise<unknown>) =>
    discards.add(text, () => {
      if (discards.showIn(claimFormKey(before), before)) return true;
      if (!form.reopen(before)) return false;
      dropped.then(() => attempt(() => saveDraft({ subject: before.claimId ?? "new", body: before })));
      return true;
    });
  return (
    <ClaimForm
      ref={handle}
      draftKey={draftKey}
      initial={draft}
      restoredAt={restoredAt}
      opensByItself={opensByItself}
      newer={list.find((claim) => claim.id === draft.claimId) ?? null}
      ratings={useRatings()}
      purpose={useStore(article).purpose}
      cited={useMemo(() => citedSources(list), [list])}
      assigning={page}
      editors={editorsOf(presence, draft.claimId)}
      saveDraft={saveDraft}
      dropDraft={dropDraft}
      save={form.save}
      onSaved={(claim, saved) => {
        if (draft.claimId === null) form.remember(saved);
        // The next passage is selected from here.
        returnFocus(() =>
          editor.current?.moveCaret(
            claim && claim.anchor.outcome !== "orphaned" ? claim.anchor.end : saved.end,
          ),
        );
        form.close();
        if (!claim) return;
        claims.saved(claim, draft.claimId === null);
        // Its card would be over the text again, from which the next claim is marked.
        if (draft.claimId !== null || !isNarrow()) choice.selectedId.set(claim.id);
        message.set({ tone: "success", text: t("claimSaved", { number: claim.number }) });
      }}
      onClose={(closed) => {
        returnFocus(() => editor.current?.focus());
        form.close();
        if (!isUnchanged(closed)) offer(formWords("closed"), closed, Promise.resolve());
      }}
      onDiscard={(discarded) => {
        // Where the form was a sheet over the text, the claims are far below.
        if (isNarrow() && !isAboveCard()) editor.current?.focus();
        form.close();
        const subject = draft.claimId ?? "new";
        const dropped = attempt(() => dropDraft({ subject }));
        // A new form has a position, which was chosen.
        if (discarded.claimId === null || !isUnchanged(discarded))
          offer(t("formDiscarded"), discarded, dropped);
        dropped.then((result) => {
          if (result.ok) forgetDiscarded(draftKey, subject);
          else message.set({ tone: "failure", text: result.error.message });
        });
      }}
      onGiveUp={(before) => offer(t("formReplaced"), before, Promise.resolve())}
    />
  );
}
