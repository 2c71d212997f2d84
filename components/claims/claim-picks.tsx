"use client";

import { type ChangeEvent, type KeyboardEvent, type MouseEvent, memo, useRef } from "react";
import { useSelection } from "@/components/board/use-selection";
import { Button } from "@/components/ui/button";
import { type Claim, needsChecking, type PersonName } from "@/lib/claims/claim";
import { claimStateLabels } from "@/lib/claims/labels";
import type { Actor } from "@/lib/policies/actor";
import { type BatchClaims, ClaimBatch } from "./claim-batch";
import styles from "./claim-batch.module.css";

export interface ClaimPicksActions {
  people: readonly PersonName[];
  batch: BatchClaims;
  onChanged: (claims: readonly Claim[]) => void;
}

/** The claims as a list to choose from, in the place of their cards, with what is done with those that are chosen. */
export function ClaimPicks({
  claims,
  actor,
  people,
  batch,
  onChanged,
  onClose,
}: ClaimPicksActions & { claims: readonly Claim[]; actor: Actor; onClose: () => void }) {
  const selection = useSelection(claims.map(({ id }) => id));
  const chosen = claims.filter(({ id }) => selection.has(id));
  // The rows are told of clicks by this one pair, so that of thousands only those that change are drawn anew.
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
          {chosen.length} of {claims.length} selected
        </strong>
        <Button look="quiet" onClick={selection.toggleAll}>
          {chosen.length === claims.length ? "Select none" : "Select all"}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Done selecting
        </Button>
      </div>
      <ClaimBatch chosen={chosen} actor={actor} people={people} run={batch} onChanged={onChanged} />
      <ul
        className={styles.list}
        aria-label="Claims to select"
        onKeyDown={(event) => {
          if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            selection.toggleAll();
          } else if (event.key === "Escape") onClose();
          else moveBetween(event);
        }}
      >
        {claims.map((claim) => (
          <Pick key={claim.id} claim={claim} checked={selection.has(claim.id)} {...handlers} />
        ))}
      </ul>
      <p className={styles.hint}>
        Shift and a click, or Shift and the space bar, select everything from the last one. Arrows move, Ctrl
        A selects all, Escape ends.
      </p>
    </div>
  );
}

const Pick = memo(function Pick({
  claim,
  checked,
  onClick,
  onChange,
}: {
  claim: Claim;
  checked: boolean;
  onClick: (event: MouseEvent<HTMLInputElement>) => void;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}) {
  return (
    <li className={styles.pick}>
      <label>
        <input type="checkbox" value={claim.id} checked={checked} onClick={onClick} onChange={onChange} />
        <span className={styles.statement}>
          <span className={styles.number}>{claim.number}.</span> {claim.statement}
        </span>
        <span className={styles.state}>
          {needsChecking(claim.anchor) && "Place waits. "}
          {claim.excluded ? "Left out" : claimStateLabels[claim.state]}
          {claim.assignee && `, ${claim.assignee.name}`}
          {claim.tags.length > 0 && `, ${claim.tags.join(", ")}`}
        </span>
      </label>
    </li>
  );
});

/** Arrows, and j and k, go from one to the next. */
function moveBetween(event: KeyboardEvent<HTMLUListElement>) {
  const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (!by || !(event.target instanceof HTMLInputElement)) return;
  const boxes = [...event.currentTarget.querySelectorAll("input")];
  boxes[boxes.indexOf(event.target) + by]?.focus();
  event.preventDefault();
}
