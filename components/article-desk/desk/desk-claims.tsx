import { useMemo } from "react";
import { focusClaim } from "@/components/article-desk/focus/focus-targets";
import { nearestClaims } from "@/components/article-desk/marks/nearest-claims";
import { isInText } from "@/components/article-desk/marks/unsent-spans";
import type { ArticleDeskState } from "@/components/article-desk/state/article-desk-state";
import { useDesk, useOthers, useRatings } from "@/components/article-desk/state/desk-context";
import { fillInNext } from "@/components/article-desk/state/fill-in-next";
import {
  useClaimsAsWritten,
  useQueuedClaimIds,
  useUnsentClaims,
} from "@/components/article-desk/state/use-queued-claim-ids";
import { useStore } from "@/components/article-desk/state/use-store";
import { type ClaimActions, ClaimActionsProvider } from "@/components/claims/claim-actions";
import { ClaimsPanel } from "@/components/claims/claims-panel";
import { useIsNarrow } from "@/components/claims/sheet/is-narrow";
import { UnsentClaims } from "@/components/claims/unsent-claims";
import { useComments } from "@/components/comments/comments-context";
import { useWords } from "@/components/words/use-words";

/** The cards of the claims; hidden while the comments are open. */
export function DeskClaims() {
  const t = useWords("articles");
  const desk = useDesk();
  const { page, editor, claims, choice } = desk;
  const actions = useMemo(() => claimActions(desk), [desk]);
  const { presenceByClaim } = useOthers();
  const ratings = useRatings();
  const queuedIds = useQueuedClaimIds(page.articleId);
  const notes = useMemo(
    () => new Map([...presenceByClaim, ...queuedIds.map((id) => [id, t("waitingToBeSent")] as const)]),
    [presenceByClaim, queuedIds, t],
  );
  const isHidden = useComments().isOpen;
  const selectedId = useStore(choice.selectedId);
  // A sheet over the text would be open without being seen.
  const isSheetHidden = useIsNarrow() && isHidden;
  return (
    <ClaimActionsProvider actions={actions}>
      <UnsentClaims
        claims={useUnsentClaims(page.articleId)}
        ratings={ratings}
        hidden={isHidden}
        onShow={(claim) => {
          if (!isInText(claim, page)) return;
          // Selected, it would be offered to be marked again.
          editor.current?.moveCaret(claim.start);
          editor.current?.reveal(claim.start);
        }}
      />
      <ClaimsPanel
        hidden={isHidden}
        claims={useClaimsAsWritten(useStore(claims.list))}
        ratings={ratings}
        filter={useStore(choice.filter)}
        focused={useStore(choice.isFocused)}
        onFilter={choice.filter.set}
        selectedId={isSheetHidden ? null : selectedId}
        pendingId={useStore(claims.pendingId)}
        here={notes}
      />
    </ClaimActionsProvider>
  );
}

function claimActions({ page, editor, claims, form, choice, adjusting }: ArticleDeskState): ClaimActions {
  const { actor, people, actions } = page;
  return {
    actor,
    people,
    toggle: choice.toggle,
    // The card can show what a save that is not sent yet has changed: the form starts from the claim itself.
    edit: (claim) => form.edit(claims.find(claim.id) ?? claim),
    fillIn: (after) => fillInNext({ claims, choice, form }, after),
    remove: claims.remove,
    review: (claim, action, note) =>
      action === "retire" ? claims.retire(claim, note) : claims.review(claim, action, note),
    rate: claims.rate,
    acceptWording: (claim) => void claims.acceptWording(claim),
    declineWording: claims.declineWording,
    assign: claims.assign,
    confirmPosition: adjusting.moveTo,
    backToText: (claim) => {
      choice.selectedId.set(null);
      if (claim.anchor.outcome === "orphaned") focusClaim(claim.id);
      else editor.current?.moveCaret(claim.anchor.start);
    },
    showAbove: (range, edge) => editor.current?.showAbove(range, edge),
    show: (range) => editor.current?.select(range),
    adjust: adjusting.adjust,
    duplicate: claims.duplicate,
    split: claims.splitAtCaret,
    merge: claims.merge,
    neighboursOf: (claim) => nearestClaims(claim, claims.list.get()),
    batch: actions.batchClaims,
    applyBatch: (changed) => claims.applyChanges({ claims: changed, gone: [] }),
    suggestPositions: actions.suggestPositions,
    loadHistory: actions.loadHistory,
    loadBallot: actions.loadBallot,
    checkEvidenceCopies: actions.checkEvidenceCopies,
  };
}
