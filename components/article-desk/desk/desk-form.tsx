import { useCallback } from "react";
import { useDesk, useRatings } from "@/components/article-desk/state/desk-context";
import type { OpenForm } from "@/components/article-desk/state/open-form";
import { useStore } from "@/components/article-desk/state/use-store";
import { ClaimForm } from "@/components/claims/claim-form";
import { SourceActionsProvider } from "@/components/claims/source-actions";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
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

function Open({ draft, restoredAt }: OpenForm) {
  const t = useWords("articles");
  const { page, claims, choice, form, message } = useDesk();
  const common = useWords("common");
  const { articleId, actions, draftKey } = page;
  const list = useStore(claims.list);
  const saveDraft = useCallback(
    (input: { subject: string; body: unknown }) => actions.saveDraft({ ...input, articleId }),
    [actions, articleId],
  );
  return (
    <ClaimForm
      draftKey={draftKey}
      initial={draft}
      restoredAt={restoredAt}
      newer={list.find((claim) => claim.id === draft.claimId) ?? null}
      ratings={useRatings()}
      saveDraft={saveDraft}
      save={form.save}
      onSaved={(claim) => {
        form.close();
        if (!claim) return;
        claims.saved(claim, draft.claimId === null);
        choice.selectedId.set(claim.id);
        message.set({ tone: "success", text: t("claimSaved", { number: claim.number }) });
      }}
      onDiscard={(discarded) => {
        form.close();
        const subject = draft.claimId ?? "new";
        const dropped = attempt(() => actions.discardDraft({ articleId, subject }));
        const action = {
          label: common("undo"),
          run: () => {
            // In this order: the server must not drop the draft that is stored again.
            if (form.reopen(discarded))
              dropped.then(() => attempt(() => saveDraft({ subject, body: discarded })));
          },
        };
        message.set({ tone: "plain", text: t("formDiscarded"), action });
        dropped.then((result) => {
          if (!result.ok) message.set({ tone: "failure", text: result.error.message, action });
        });
      }}
    />
  );
}
