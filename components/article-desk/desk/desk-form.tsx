import { useCallback, useMemo } from "react";
import { useDesk, useOthers, useRatings } from "@/components/article-desk/state/desk-context";
import type { OpenForm } from "@/components/article-desk/state/open-form";
import { useStore } from "@/components/article-desk/state/use-store";
import { ClaimForm } from "@/components/claims/form/claim-form";
import { SourceActionsProvider } from "@/components/claims/form/source-actions";
import { citedSources } from "@/components/claims/form/source-rows";
import { type ClaimDraft, claimFormKey, isUnchanged } from "@/components/drafts/claim-draft";
import { useDiscards } from "@/components/drafts/discards-context";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import { editorsOf } from "@/lib/live/presence";
import styles from "./article-desk.module.css";

/** The form of the claim that is being written, if there is one. */
export function DeskForm() {
  const { page, form } = useDesk();
  const open = useStore(form.form);
  return (
    open && (
      <div className={styles.form}>
        <SourceActionsProvider actions={page.actions}>
          <Open key={`${open.draft.claimId}-${open.draft.idempotencyKey}`} {...open} />
        </SourceActionsProvider>
      </div>
    )
  );
}

function Open({ draft, restoredAt, opensByItself }: OpenForm) {
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
        editor.current?.moveCaret(
          claim && claim.anchor.outcome !== "orphaned" ? claim.anchor.end : saved.end,
        );
        form.close();
        if (!claim) return;
        claims.saved(claim, draft.claimId === null);
        choice.selectedId.set(claim.id);
        message.set({ tone: "success", text: t("claimSaved", { number: claim.number }) });
      }}
      onClose={(closed) => {
        editor.current?.focus();
        form.close();
        if (!isUnchanged(closed)) offer(formWords("closed"), closed, Promise.resolve());
      }}
      onDiscard={(discarded) => {
        form.close();
        const subject = draft.claimId ?? "new";
        const dropped = attempt(() => dropDraft({ subject }));
        // A new form has a position, which was chosen.
        if (discarded.claimId === null || !isUnchanged(discarded))
          offer(t("formDiscarded"), discarded, dropped);
        dropped.then((result) => {
          if (!result.ok) message.set({ tone: "failure", text: result.error.message });
        });
      }}
      onGiveUp={(before) => offer(t("formReplaced"), before, Promise.resolve())}
    />
  );
}
