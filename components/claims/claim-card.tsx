"use client";

import { memo, useEffect, useRef } from "react";
import { ClaimComments } from "@/components/comments/claim-comments";
import { RatingLabel } from "@/components/ratings/rating-label";
import { ClaimHistory, type HistoryItem } from "@/components/review/claim-history";
import { ClaimVotes, type ClaimVotesActions } from "@/components/review/claim-votes";
import { ReopenedNotice } from "@/components/review/reopened-notice";
import { ReviewControls } from "@/components/review/review-controls";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import { claimKindLabels, claimStateLabels } from "@/lib/claims/labels";
import type { Failure } from "@/lib/failure";
import { formatDate } from "@/lib/format-date";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import type { Rating } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";
import type { ReviewActionName } from "@/lib/review/transition";
import { words } from "@/lib/words/words";
import { AnchorCheck, type AnchorCheckActions } from "./anchor-check";
import { type AssigneeActions, AssigneeControl } from "./assignee-control";
import styles from "./claim-card.module.css";
import { ClaimTools, type ClaimToolsActions } from "./claim-tools";
import { type CheckEvidenceCopies, EvidenceList } from "./evidence-list";

export interface ClaimCardActions
  extends ClaimToolsActions,
    AnchorCheckActions,
    ClaimVotesActions,
    AssigneeActions {
  onToggle: (id: string) => void;
  onReview: (claim: Claim, action: ReviewActionName, note?: string) => Promise<boolean>;
  loadHistory: (input: { claimId: string }) => Promise<Result<HistoryItem[], Failure>>;
  checkEvidenceCopies: CheckEvidenceCopies;
}

interface Props extends ClaimCardActions {
  claim: Claim;
  /** The ratings of the article’s scale. */
  ratings: readonly Rating[];
  open: boolean;
  pending: boolean;
  /** What other people are doing with this claim: "Ada is editing". */
  here: string | undefined;
  actor: Actor;
}

/** A claim in the panel: a summary while closed, all its details while open. */
export const ClaimCard = memo(function ClaimCard({
  claim,
  ratings,
  open,
  pending,
  here,
  actor,
  ...actions
}: Props) {
  const t = useWords("claims");
  const card = useRef<HTMLLIElement>(null);
  const isStaff = !isGuest(actor);
  const rating = ratings.find(({ key }) => key === claim.verdict?.ratingKey);
  useEffect(() => {
    if (open && card.current) showInList(card.current);
  }, [open]);
  return (
    <li
      ref={card}
      className={`${styles.card} rating-hue`}
      data-colour={rating?.colour}
      data-open={open ? "" : undefined}
    >
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        data-claim-card={claim.id}
        onClick={() => actions.onToggle(claim.id)}
      >
        <span className={styles.line}>
          {rating ? (
            <RatingLabel rating={rating} size="small" />
          ) : (
            <span className={styles.none}>{t("noVerdict")}</span>
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
          {here && <strong className={styles.here}>{here}</strong>}
        </span>
      </button>
      {open && (
        <div className={styles.body}>
          {isStaff && needsChecking(claim.anchor) && claim.state !== "retired" && (
            <AnchorCheck
              claim={claim}
              pending={pending}
              refusal={refusalOf(actor, claim)}
              onRetire={() => actions.onReview(claim, "retire")}
              onConfirmPosition={actions.onConfirmPosition}
              onShow={actions.onShow}
              suggestPositions={actions.suggestPositions}
            />
          )}
          {claim.reopened && <ReopenedNotice reopened={claim.reopened} />}
          <Content claim={claim} isStaff={isStaff} checkCopies={actions.checkEvidenceCopies} />
          {isStaff && claim.state !== "retired" && (
            <AssigneeControl
              key={claim.assignee?.id}
              claim={claim}
              actor={actor}
              pending={pending}
              people={actions.people}
              onAssign={actions.onAssign}
            />
          )}
          {(hasVotes(claim) || (!isStaff && claim.state === "in_review")) && (
            <ClaimVotes actor={actor} claim={claim} ratings={ratings} pending={pending} {...actions} />
          )}
          <ReviewControls
            actor={actor}
            claim={claim}
            pending={pending}
            onAction={(action, note) => actions.onReview(claim, action, note)}
          />
          <ClaimComments claimId={claim.id} />
          {isStaff && (
            <>
              <ClaimTools claim={claim} pending={pending} {...actions} />
              <details className={styles.history}>
                <summary>{t("history")}</summary>
                <ClaimHistory claimId={claim.id} revision={claim.revision} load={actions.loadHistory} />
                <a href={`/desk/articles/${claim.articleId}/history?claim=${claim.number}`}>
                  {t("fullHistory")}
                </a>
              </details>
            </>
          )}
        </div>
      )}
    </li>
  );
});

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

function refusalOf(actor: Actor, claim: Claim): string | null {
  const decision = can(actor, "retire", "claim", claimTarget(claim));
  return decision.allowed ? null : decision.reason;
}

function Content({
  claim,
  isStaff,
  checkCopies,
}: {
  claim: Claim;
  isStaff: boolean;
  checkCopies: CheckEvidenceCopies;
}) {
  const t = useWords("claims");
  return (
    <>
      <blockquote className={styles.quote}>{claim.anchor.exact}</blockquote>
      <p className={styles.meta}>
        {[
          claimKindLabels[claim.kind],
          claim.claimant,
          claim.claimedOn && formatDate(claim.claimedOn),
          ...claim.tags,
        ]
          .filter(Boolean)
          .join(", ")}
      </p>
      {claim.excluded && (
        <p className={styles.meta}>{t("excludedBecause", { reason: claim.excludedReason })}</p>
      )}
      {claim.verdict && <p className={styles.rationale}>{claim.verdict.rationaleText}</p>}
      {claim.evidence.length > 0 && (
        <EvidenceList claim={claim} isStaff={isStaff} checkCopies={checkCopies} />
      )}
    </>
  );
}
