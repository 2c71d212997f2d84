"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { readSelection, selectionKey, storeSelection } from "@/components/board/stored-selection";
import { HintWithKey } from "@/components/commands/hint-with-key";
import { usePartKeys } from "@/components/commands/use-part-keys";
import { Button } from "@/components/ui/button";
import { focusAfterRender } from "@/components/ui/focus-after-render";
import { useWords } from "@/components/words/use-words";
import { CLAIM_STATES, type Claim, needsChecking } from "@/lib/claims/claim";
import { judgementKeyOf } from "@/lib/claims/judgement";
import { claimStateLabels } from "@/lib/claims/labels";
import { isGuest } from "@/lib/policies/actor";
import type { Rating } from "@/lib/ratings/rating";
import { useClaimActions } from "./claim-actions";
import { ClaimCard } from "./claim-card";
import { ClaimPicks } from "./claim-picks";
import styles from "./claims-panel.module.css";
import { NarrowedNote } from "./narrowed-note";
import { ToFillIn } from "./to-fill-in";

export interface ClaimFilter {
  /** A rating's key, "none" for claims without a verdict, "" for all. */
  rating: string;
  /** A state, "excluded", "needs_checking" for claims whose anchor needs checking, or "" for all. */
  state: string;
  /** Only claims with these numbers, which a link named; null for all. */
  numbers: readonly number[] | null;
}

export const NO_FILTER: ClaimFilter = { rating: "", state: "", numbers: null };

/** Whether a claim matches a filter. */
export function passes(claim: Claim, filter: ClaimFilter): boolean {
  const rating = filter.rating === "" || (judgementKeyOf(claim) ?? "none") === filter.rating;
  const state =
    filter.state === "" ||
    (filter.state === "needs_checking" && needsChecking(claim.anchor) && claim.state !== "retired") ||
    (filter.state === "excluded" ? claim.excluded : claim.state === filter.state && !claim.excluded);
  return rating && state && (filter.numbers?.includes(claim.number) ?? true);
}

interface Props {
  claims: readonly Claim[];
  ratings: readonly Rating[];
  filter: ClaimFilter;
  /** Whether another panel is shown instead. */
  hidden: boolean;
  /** Whether only the selected claim is shown. */
  focused: boolean;
  onFilter: (filter: ClaimFilter) => void;
  selectedId: string | null;
  pendingId: string | null;
  /** What other people are doing with a claim, by its id: "Ada is editing". */
  here: ReadonlyMap<string, string>;
}

/** The claims of the article, in the order of the text. */
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
}: Props) {
  const t = useWords("claims");
  const { actor } = useClaimActions();
  const isStaff = !isGuest(actor);
  /** Ids of the claims that are selected when the list to select from opens; null while it is closed. */
  const [selecting, setSelecting] = useState<readonly string[] | null>(null);
  const articleId = claims[0]?.articleId;
  const selectionStored = articleId && isStaff ? selectionKey(actor.id, `claims:${articleId}`) : null;
  // What was selected before a reload.
  useEffect(() => {
    if (selectionStored !== null) setSelecting((before) => before ?? readSelection(selectionStored));
  }, [selectionStored]);
  /** Shows the list to select from, at its first claim. */
  function select() {
    setSelecting([]);
    focusAfterRender(() => panel.current?.querySelector<HTMLElement>("input[type=checkbox]"));
  }
  function endSelecting() {
    setSelecting(null);
    if (selectionStored !== null) storeSelection(selectionStored, null);
    focusAfterRender(() => panel.current?.querySelector<HTMLElement>("[data-select-claims]"));
  }
  const commandOf = usePartKeys("list");
  const panel = useRef<HTMLElement>(null);
  const manuscripts = useWords("manuscripts");
  const isManuscript = claims[0]?.purpose === "manuscript";
  const shown = claims.filter((claim) =>
    focused && selectedId ? claim.id === selectedId : passes(claim, filter),
  );
  const needChecking = claims.filter(
    (claim) => needsChecking(claim.anchor) && claim.state !== "retired",
  ).length;
  return (
    <section ref={panel} aria-label={t("title")} hidden={hidden}>
      <div className={styles.head}>
        <h2 tabIndex={-1} data-claims-heading="">
          {t("title")}{" "}
          <span className={styles.count}>
            {shown.length === claims.length
              ? claims.length
              : t("panel.shown", { shown: shown.length, total: claims.length })}
          </span>
        </h2>
        {claims.length > 0 && (
          <div className={styles.filters}>
            <select
              aria-label={isManuscript ? manuscripts("filter") : t("filter.verdict")}
              value={filter.rating}
              onChange={(event) => onFilter({ ...filter, rating: event.target.value })}
            >
              <option value="">{isManuscript ? manuscripts("filter.all") : t("filter.allVerdicts")}</option>
              <option value="none">{isManuscript ? manuscripts("noOutcome") : t("noVerdict")}</option>
              {ratings.map((rating) => (
                <option key={rating.key} value={rating.key}>
                  {rating.label}
                </option>
              ))}
            </select>
            <select
              aria-label={t("filter.state")}
              value={filter.state}
              onChange={(event) => onFilter({ ...filter, state: event.target.value })}
            >
              <option value="">{t("filter.allStates")}</option>
              {CLAIM_STATES.map((state) => (
                <option key={state} value={state}>
                  {claimStateLabels[state]}
                </option>
              ))}
              <option value="excluded">{t("excluded")}</option>
              <option value="needs_checking">{t("needsChecking")}</option>
            </select>
            {!selecting && isStaff && (
              <Button look="quiet" data-select-claims="" onClick={select}>
                {t("panel.select")}
              </Button>
            )}
          </div>
        )}
      </div>
      {filter.numbers && !focused && (
        <NarrowedNote count={shown.length} onShowAll={() => onFilter({ ...filter, numbers: null })} />
      )}
      {needChecking > 0 && isStaff && filter.state !== "needs_checking" && (
        <p className={styles.needChecking}>
          {t("panel.needChecking", { count: needChecking })}{" "}
          <button
            type="button"
            className={styles.clear}
            onClick={() => onFilter({ ...NO_FILTER, state: "needs_checking" })}
          >
            {t("panel.show", { count: needChecking })}
          </button>
        </p>
      )}
      {isStaff && <ToFillIn claims={claims} selectedId={selectedId} />}
      {claims.length === 0 && !isStaff && <p className={styles.empty}>{t("panel.emptyForGuests")}</p>}
      {claims.length === 0 && isStaff && (
        <p className={styles.empty}>
          <HintWithKey t={t} message="panel.empty" command="mark" keys="m" />
        </p>
      )}
      {claims.length > 0 && shown.length === 0 && (
        <p className={styles.empty}>
          {t("filter.noMatches")}{" "}
          <button type="button" className={styles.clear} onClick={() => onFilter(NO_FILTER)}>
            {t("filter.showAll")}
          </button>
        </p>
      )}
      {selecting && (
        <ClaimPicks
          // Brought back while another selection is open, it replaces that one.
          key={selecting.join()}
          claims={shown}
          ratings={ratings}
          storageKey={selectionStored}
          initial={selecting}
          onClose={endSelecting}
          onReopen={setSelecting}
        />
      )}
      <ul
        className={styles.list}
        hidden={selecting !== null}
        onKeyDown={(event) => moveBetween(event, commandOf(event))}
      >
        {shown.map((claim) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            ratings={ratings}
            open={claim.id === selectedId}
            pending={claim.id === pendingId}
            here={here.get(claim.id)}
          />
        ))}
      </ul>
    </section>
  );
}

/** The arrow keys, and those that the person has for it, move between the cards. @param command what the key press runs */
function moveBetween(event: KeyboardEvent<HTMLUListElement>, command: string | null) {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!(event.target instanceof HTMLElement) || !event.target.dataset.claimCard) return;
  const step =
    command === "list-next" || (isPlain && event.key === "ArrowDown")
      ? 1
      : command === "list-previous" || (isPlain && event.key === "ArrowUp")
        ? -1
        : 0;
  if (step === 0) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-claim-card]")];
  cards[cards.indexOf(event.target) + step]?.focus();
  event.preventDefault();
}
