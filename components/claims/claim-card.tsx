"use client";

import { memo, useEffect, useRef, useState } from "react";
import { ClaimComments } from "@/components/comments/claim-comments";
import { useDates } from "@/components/dates/dates-context";
import { RatingLabel } from "@/components/ratings/rating-label";
import { ClaimHistory } from "@/components/review/claim-history";
import { ClaimVotes } from "@/components/review/claim-votes";
import { ReopenedNotice } from "@/components/review/reopened-notice";
import { ReturnedNotice } from "@/components/review/returned-notice";
import { ReviewControls } from "@/components/review/review-controls";
import { useHydrated } from "@/components/ui/use-hydrated";
import { ClaimFlags } from "@/components/watching/claim-flags";
import { ClaimWatch } from "@/components/watching/claim-watch";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { describeClaimedBy } from "@/lib/claimants/labels";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import { claimKindLabels, claimStateLabels } from "@/lib/claims/labels";
import { judgementOf } from "@/lib/manuscripts/outcome-ratings";
import { isGuest } from "@/lib/policies/actor";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";
import { AnchorCheck } from "./anchor-check";
import { AssigneeControl } from "./assignee-control";
import { useClaimActions } from "./claim-actions";
import styles from "./claim-card.module.css";
import { ClaimTools } from "./claim-tools";
import { EvidenceList } from "./evidence-list";
import { OutcomeView } from "./outcome-view";
import { SheetTop, sheetAttributes } from "./sheet/claim-sheet";
import sheetStyles from "./sheet/sheet.module.css";
import { useClaimSheet } from "./sheet/use-claim-sheet";

interface Props {
  claim: Claim;
  /** The ratings of the article’s scale. */
  ratings: readonly Rating[];
  open: boolean;
  pending: boolean;
  /** What other people are doing with this claim: "Ada is editing". */
  here: string | undefined;
}

/** A claim in the panel: a summary while closed, all its details while open. */
export const ClaimCard = memo(function ClaimCard({ claim, ratings, open, pending, here }: Props) {
  const t = useWords("claims");
  const { toggle, backToText, showAbove } = useClaimActions();
  const isHydrated = useHydrated();
  const card = useRef<HTMLLIElement>(null);
  const manuscripts = useWords("manuscripts");
  const rating = judgementOf(claim, ratings);
  const sheet = useClaimSheet(card, {
    isOpen: open,
    onClose: () => backToText(claim),
    showAbove: (edge) => claim.anchor.outcome !== "orphaned" && showAbove(claim.anchor, edge),
  });
  const { isSheet } = sheet;
  useEffect(() => {
    if (open && !isSheet && card.current) showInList(card.current);
  }, [open, isSheet]);
  return (
    <li
      ref={card}
      className={`${styles.card} ${isSheet ? sheetStyles.sheet : ""} rating-hue`}
      {...sheetAttributes(sheet)}
      data-colour={rating?.colour}
      data-open={open ? "" : undefined}
    >
      <SheetTop element={card} sheet={sheet} />
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        // Not "disabled", which could not take the focus when the page opens with this claim.
        aria-disabled={isHydrated ? undefined : true}
        data-claim-card={claim.id}
        onClick={() => (isSheet ? backToText(claim) : toggle(claim.id))}
      >
        <span className={styles.line}>
          {rating ? (
            <RatingLabel rating={rating} size="small" />
          ) : (
            <span className={styles.none}>
              {claim.purpose === "manuscript" ? manuscripts("noOutcome") : t("noVerdict")}
            </span>
          )}
          <span className={styles.state} data-state={claim.state}>
            {needsChecking(claim.anchor)
              ? rich(t, "needsCheckingWithState", {
                  state: stateText(claim),
                  strong: (text) => <strong>{text}</strong>,
                })
              : stateText(claim)}
          </span>
        </span>
        <span className={styles.statement}>
          <span className={styles.number}>{claim.number}.</span> {claim.statement}
        </span>
        <span className={styles.meta}>
          {t(claim.assignee ? "sourcesAuthorAndAssignee" : "sourcesAndAuthor", {
            count: claim.evidence.length,
            author: claim.createdBy.name,
            assignee: claim.assignee?.name,
          })}
          <ClaimFlags claimId={claim.id} />
          {here && <strong className={styles.here}>{here}</strong>}
        </span>
      </button>
      {open && <Details claim={claim} ratings={ratings} pending={pending} />}
    </li>
  );
});

/** A claim that was returned has changed since it was made. */
const FIRST_REVISION = 1;

/** What an open card shows below its head. */
function Details({ claim, ratings, pending }: Pick<Props, "claim" | "ratings" | "pending">) {
  const { actor, review, rate, loadBallot, applyBatch } = useClaimActions();
  const isStaff = !isGuest(actor);
  return (
    <div className={styles.body}>
      {isStaff && needsChecking(claim.anchor) && claim.state !== "retired" && (
        <AnchorCheck claim={claim} pending={pending} />
      )}
      {claim.reopened && isOpenAgain(claim) && <ReopenedNotice reopened={claim.reopened} />}
      {claim.state === "draft" && claim.revision > FIRST_REVISION && (
        <ReturnedNotice claimId={claim.id} revision={claim.revision} />
      )}
      <Content claim={claim} />
      {claim.purpose === "manuscript" && <OutcomeView claim={claim} pending={pending} />}
      {isStaff && claim.state !== "retired" && (
        <AssigneeControl key={claim.assignee?.id} claim={claim} pending={pending} />
      )}
      {claim.purpose !== "manuscript" && (hasVotes(claim) || (!isStaff && claim.state === "in_review")) && (
        <ClaimVotes
          actor={actor}
          claim={claim}
          ratings={ratings}
          pending={pending}
          loadBallot={loadBallot}
          onRate={rate}
        />
      )}
      <ReviewControls
        actor={actor}
        claim={claim}
        pending={pending}
        onAction={(action, note) => review(claim, action, note)}
      />
      <ClaimWatch claim={claim} onChange={(changed) => applyBatch([changed])} />
      <ClaimComments claimId={claim.id} />
      {isStaff && (
        <>
          <ClaimTools claim={claim} pending={pending} />
          <History claim={claim} />
        </>
      )}
    </div>
  );
}

/** What happened to the claim. It is loaded when it is opened: the browser sends such requests one after the other, before what is saved next. */
function History({ claim }: { claim: Claim }) {
  const t = useWords("claims");
  const { loadHistory } = useClaimActions();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("history")}</summary>
      {isOpen && <ClaimHistory claimId={claim.id} revision={claim.revision} load={loadHistory} />}
      <a href={`/desk/articles/${claim.articleId}/history?claim=${claim.number}`}>{t("fullHistory")}</a>
    </details>
  );
}

/** Whether a reopened claim has not been approved again, or closed. Its reviewers see why it is back, too. */
function isOpenAgain({ state, excluded }: Claim): boolean {
  return (state === "draft" || state === "in_review" || state === "disputed") && !excluded;
}

/** Whether the claim’s current content has votes, or takes them. */
function hasVotes({ state, voting }: Claim): boolean {
  return voting.voted > 0 || (state === "in_review" && voting.required > 1);
}

function stateText({ excluded, state, voting }: Claim): string {
  const t = words("claims");
  if (excluded) return t("excluded");
  return state === "in_review" && voting.required > 1
    ? t("inReviewWithVotes", { voted: voting.voted, required: voting.required })
    : claimStateLabels[state];
}

/** Scrolls a card into view. Beside the text only the list scrolls, so that the reader keeps their position in the text. */
function showInList(card: HTMLElement): void {
  const list = card.closest("aside");
  if (!list || getComputedStyle(list).overflowY === "visible") {
    card.scrollIntoView({ block: "nearest" });
    return;
  }
  const view = list.getBoundingClientRect();
  const { top, bottom } = card.getBoundingClientRect();
  const above = top - view.top;
  const below = bottom - Math.min(view.bottom, window.innerHeight);
  if (above < 0) list.scrollTop += above;
  else if (below > 0) list.scrollTop += Math.min(below, above);
}

function Content({ claim }: { claim: Claim }) {
  const dates = useDates();
  const t = useWords("claims");
  return (
    <>
      <blockquote className={styles.quote}>{claim.anchor.exact}</blockquote>
      <p className={styles.meta}>
        {[
          t("kindIs", { kind: claimKindLabels[claim.kind] }),
          ...describeClaimedBy(claim),
          claim.claimedOn && dates.date(claim.claimedOn),
          ...claim.tags,
        ]
          .filter(Boolean)
          .join(", ")}
      </p>
      {claim.excluded && (
        <p className={styles.meta}>{t("excludedBecause", { reason: claim.excludedReason })}</p>
      )}
      {claim.purpose !== "manuscript" && claim.verdict && (
        <p className={styles.rationale}>{claim.verdict.rationaleText}</p>
      )}
      {claim.evidence.length > 0 && <EvidenceList claim={claim} />}
    </>
  );
}
