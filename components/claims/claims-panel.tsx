"use client";

import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CLAIM_STATES, type Claim, needsChecking } from "@/lib/claims/claim";
import { claimStateLabels } from "@/lib/claims/labels";
import { type Actor, isGuest } from "@/lib/policies/actor";
import type { Rating } from "@/lib/ratings/rating";
import { ClaimCard, type ClaimCardActions } from "./claim-card";
import { ClaimPicks, type ClaimPicksActions } from "./claim-picks";
import styles from "./claims-panel.module.css";

export interface ClaimFilter {
  /** A rating's key, "none" for claims without a verdict, "" for all. */
  rating: string;
  /** A state, "left_out", "waiting" for claims whose place in the text waits, or "" for all. */
  state: string;
}

export const NO_FILTER: ClaimFilter = { rating: "", state: "" };

/** Whether a claim passes a filter. */
export function passes(claim: Claim, filter: ClaimFilter): boolean {
  const rating = filter.rating === "" || (claim.verdict?.ratingKey ?? "none") === filter.rating;
  const state =
    filter.state === "" ||
    (filter.state === "waiting" && needsChecking(claim.anchor) && claim.state !== "retired") ||
    (filter.state === "left_out" ? claim.excluded : claim.state === filter.state && !claim.excluded);
  return rating && state;
}

interface Props extends ClaimCardActions, ClaimPicksActions {
  claims: readonly Claim[];
  ratings: readonly Rating[];
  filter: ClaimFilter;
  /** Something else stands in its place. */
  hidden: boolean;
  /** Only the selected claim is shown. */
  focused: boolean;
  onFilter: (filter: ClaimFilter) => void;
  selectedId: string | null;
  pendingId: string | null;
  /** What others do at a claim, by its id: "Ada is editing". */
  here: ReadonlyMap<string, string>;
  actor: Actor;
}

/** The claims of the article in the order of the text. */
export function ClaimsPanel({
  hidden,
  claims,
  ratings,
  filter,
  focused,
  onFilter,
  selectedId,
  pendingId,
  here,
  actor,
  batch,
  onChanged,
  ...actions
}: Props) {
  const [selecting, setSelecting] = useState(false);
  const shown = claims.filter((claim) =>
    focused && selectedId ? claim.id === selectedId : passes(claim, filter),
  );
  const waiting = claims.filter((claim) => needsChecking(claim.anchor) && claim.state !== "retired").length;
  return (
    <section aria-label="Claims" hidden={hidden}>
      <div className={styles.head}>
        <h2>
          Claims{" "}
          <span className={styles.count}>
            {shown.length === claims.length ? claims.length : `${shown.length} of ${claims.length}`}
          </span>
        </h2>
        {claims.length > 0 && (
          <div className={styles.filters}>
            <select
              aria-label="Show by verdict"
              value={filter.rating}
              onChange={(event) => onFilter({ ...filter, rating: event.target.value })}
            >
              <option value="">Every verdict</option>
              <option value="none">No verdict yet</option>
              {ratings.map((rating) => (
                <option key={rating.key} value={rating.key}>
                  {rating.label}
                </option>
              ))}
            </select>
            <select
              aria-label="Show by state"
              value={filter.state}
              onChange={(event) => onFilter({ ...filter, state: event.target.value })}
            >
              <option value="">Every state</option>
              {CLAIM_STATES.map((state) => (
                <option key={state} value={state}>
                  {claimStateLabels[state]}
                </option>
              ))}
              <option value="left_out">Left out</option>
              <option value="waiting">Place waits</option>
            </select>
            {!selecting && !isGuest(actor) && (
              <Button look="quiet" onClick={() => setSelecting(true)}>
                Select
              </Button>
            )}
          </div>
        )}
      </div>
      {waiting > 0 && !isGuest(actor) && filter.state !== "waiting" && (
        <p className={styles.waiting}>
          {waiting === 1 ? "The place of 1 claim waits" : `The places of ${waiting} claims wait`} for you: the
          text under them changed.{" "}
          <button
            type="button"
            className={styles.clear}
            onClick={() => onFilter({ ...NO_FILTER, state: "waiting" })}
          >
            {waiting === 1 ? "Show it" : "Show them"}
          </button>
        </p>
      )}
      {claims.length === 0 && isGuest(actor) && (
        <p className={styles.empty}>
          No claims yet. What the desk marks in the article appears here, for you to weigh and comment on.
        </p>
      )}
      {claims.length === 0 && !isGuest(actor) && (
        <p className={styles.empty}>
          No claims yet. Select a passage of the article that states a fact, then press <kbd>M</kbd> or the
          button that appears.
        </p>
      )}
      {claims.length > 0 && shown.length === 0 && (
        <p className={styles.empty}>
          No claim passes this filter.{" "}
          <button type="button" className={styles.clear} onClick={() => onFilter(NO_FILTER)}>
            Show all
          </button>
        </p>
      )}
      {selecting && (
        <ClaimPicks
          claims={shown}
          actor={actor}
          people={actions.people}
          batch={batch}
          onChanged={onChanged}
          onClose={() => setSelecting(false)}
        />
      )}
      <ul className={styles.list} hidden={selecting} onKeyDown={moveBetween}>
        {shown.map((claim) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            ratings={ratings}
            open={claim.id === selectedId}
            pending={claim.id === pendingId}
            here={here.get(claim.id)}
            actor={actor}
            {...actions}
          />
        ))}
      </ul>
    </section>
  );
}

/** Arrows, and j and k, go from card to card. */
function moveBetween(event: KeyboardEvent<HTMLUListElement>) {
  if (!(event.target instanceof HTMLElement) || !event.target.dataset.claimCard) return;
  const step =
    event.key === "ArrowDown" || event.key === "j"
      ? 1
      : event.key === "ArrowUp" || event.key === "k"
        ? -1
        : 0;
  if (step === 0) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-claim-card]")];
  cards[cards.indexOf(event.target) + step]?.focus();
  event.preventDefault();
}
