"use client";

import { type ChangeEvent, type KeyboardEvent, type MouseEvent, memo, useMemo, useRef } from "react";
import { useSelection } from "@/components/board/use-selection";
import { useKeyboardInUse } from "@/components/commands/use-keyboard-in-use";
import { useDiscards } from "@/components/drafts/discards-context";
import { RatingLabel } from "@/components/ratings/rating-label";
import { SelectedReport } from "@/components/reports/selected-report";
import { Button } from "@/components/ui/button";
import { BatchReviewDate } from "@/components/watching/batch-review-date";
import { useWords } from "@/components/words/use-words";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import { claimStateLabels } from "@/lib/claims/labels";
import { judgementOf } from "@/lib/manuscripts/outcome-ratings";
import type { Rating } from "@/lib/ratings/rating";
import { ClaimBatch } from "./claim-batch";
import styles from "./claim-batch.module.css";

/** The claims as a list to select from, instead of their cards, with actions for the selected ones. */
export function ClaimPicks({
  claims,
  ratings,
  storageKey,
  initial,
  onClose,
  onReopen,
}: {
  claims: readonly Claim[];
  /** The ratings of the article’s scale. */
  ratings: readonly Rating[];
  /** Where what is selected is stored, for a reload; null for nowhere. */
  storageKey: string | null;
  /** Ids of the claims that are selected at first. */
  initial: readonly string[];
  onClose: () => void;
  /** Shows the list again. @param ids of the claims that were selected */
  onReopen: (ids: readonly string[]) => void;
}) {
  const hasKeyboard = useKeyboardInUse();
  const t = useWords("claims");
  const ids = useMemo(() => claims.map(({ id }) => id), [claims]);
  const selection = useSelection(ids, storageKey, initial);
  const discards = useDiscards();
  const chosen = claims.filter(({ id }) => selection.has(id));
  // All rows share one pair of handlers that never changes: of thousands of rows, only those that change render again.
  const latest = useRef(selection);
  latest.current = selection;
  const handlers = useRef({
    onClick: (event: MouseEvent<HTMLInputElement>) =>
      latest.current.checkbox(event.currentTarget.value).onClick(event),
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      latest.current.checkbox(event.currentTarget.value).onChange(event),
  }).current;

  return (
    <div className={styles.picks}>
      <div className={styles.bar}>
        <strong role="status">
          {t("selection.selected", { selected: chosen.length, total: claims.length })}
        </strong>
        <Button look="quiet" onClick={selection.toggleAll}>
          {t(chosen.length === claims.length ? "selection.selectNone" : "selection.selectAll")}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t("selection.done")}
        </Button>
      </div>
      <ClaimBatch chosen={chosen} ratings={ratings} />
      <BatchReviewDate chosen={chosen} />
      <SelectedReport chosen={chosen} />
      <ul
        className={styles.list}
        aria-label={t("selection.list")}
        onKeyDown={(event) => {
          if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            selection.toggleAll();
          } else if (event.key === "Escape") {
            const selected = [...selection.ids];
            if (selected.length > 0)
              discards.add(t("selection.discarded", { count: selected.length }), () => {
                onReopen(selected);
                return true;
              });
            onClose();
          } else moveBetween(event);
        }}
      >
        {claims.map((claim) => (
          <Pick
            key={claim.id}
            claim={claim}
            ratings={ratings}
            checked={selection.has(claim.id)}
            {...handlers}
          />
        ))}
      </ul>
      <p className={styles.hint}>{t(hasKeyboard ? "selection.hint" : "selection.hint.touch")}</p>
    </div>
  );
}

const Pick = memo(function Pick({
  claim,
  ratings,
  checked,
  onClick,
  onChange,
}: {
  claim: Claim;
  ratings: readonly Rating[];
  checked: boolean;
  onClick: (event: MouseEvent<HTMLInputElement>) => void;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}) {
  const t = useWords("claims");
  const rating = judgementOf(claim, ratings);
  const details = [
    needsChecking(claim.anchor) && t("needsChecking"),
    claim.excluded ? t("excluded") : claimStateLabels[claim.state],
    claim.assignee?.name,
    ...claim.tags,
  ];
  return (
    <li className={styles.pick}>
      <label>
        <input type="checkbox" value={claim.id} checked={checked} onClick={onClick} onChange={onChange} />
        <span className={styles.statement}>
          <span className={styles.number}>{claim.number}.</span> {claim.statement}
        </span>
        {/* Two claims of one sentence can have the same statement. */}
        <q className={styles.passage} dir="auto">
          {claim.anchor.exact}
        </q>
        <span className={styles.state}>
          {rating ? <RatingLabel rating={rating} size="small" /> : t("noVerdict")}
        </span>
        <span className={styles.state}>{details.filter(Boolean).join(", ")}</span>
      </label>
    </li>
  );
});

/** The arrow keys, j and k move between the checkboxes. */
function moveBetween(event: KeyboardEvent<HTMLUListElement>) {
  const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (!by || !(event.target instanceof HTMLInputElement)) return;
  const boxes = [...event.currentTarget.querySelectorAll("input")];
  boxes[boxes.indexOf(event.target) + by]?.focus();
  event.preventDefault();
}
