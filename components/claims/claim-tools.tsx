"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import styles from "./claim-tools.module.css";

export interface ClaimToolsActions {
  onEdit: (claim: Claim) => void;
  onDelete: (claim: Claim) => void;
  /** Selects the claim's words in the article, to be adjusted there. */
  onAdjust: (claim: Claim) => void;
  onDuplicate: (claim: Claim) => void;
  /** Cuts the claim in two where the caret is. */
  onSplit: (claim: Claim) => void;
  onMerge: (claim: Claim, other: Claim) => void;
  /** The claims that one may be merged with, the nearest first. */
  neighboursOf: (claim: Claim) => Claim[];
}

/** What can be done with a claim besides reviewing it. */
export function ClaimTools({
  claim,
  pending,
  onEdit,
  onDelete,
  onAdjust,
  onDuplicate,
  onSplit,
  onMerge,
  neighboursOf,
}: ClaimToolsActions & { claim: Claim; pending: boolean }) {
  const retired = claim.state === "retired";
  const placed = !retired && !needsChecking(claim.anchor);
  return (
    <>
      <div className={styles.tools}>
        {!retired && (
          <Button look="quiet" onClick={() => onEdit(claim)}>
            Edit
          </Button>
        )}
        {placed && (
          <Button look="quiet" pending={pending} onMouseDown={keepSelection} onClick={() => onAdjust(claim)}>
            Adjust bounds
          </Button>
        )}
        <Button look="quiet" pending={pending} onClick={() => onDelete(claim)}>
          Delete
        </Button>
      </div>
      {placed && (
        // Who is near may have changed with the claim.
        <ClaimParts
          key={claim.revision}
          claim={claim}
          pending={pending}
          onDuplicate={onDuplicate}
          onSplit={onSplit}
          onMerge={onMerge}
          neighboursOf={neighboursOf}
        />
      )}
    </>
  );
}

// The selection in the article must not go when a button is pressed.
const keepSelection = (event: { preventDefault(): void }) => event.preventDefault();

/** Making two claims of one, and one of two. */
function ClaimParts({
  claim,
  pending,
  onDuplicate,
  onSplit,
  onMerge,
  neighboursOf,
}: Pick<ClaimToolsActions, "onDuplicate" | "onSplit" | "onMerge" | "neighboursOf"> & {
  claim: Claim;
  pending: boolean;
}) {
  const [neighbours, setNeighbours] = useState<Claim[]>([]);
  const chosen = useRef<HTMLSelectElement>(null);
  return (
    <details
      className={styles.more}
      onToggle={(event) => event.currentTarget.open && setNeighbours(neighboursOf(claim))}
    >
      <summary>Split, merge, duplicate</summary>
      <div className={styles.tools}>
        <Button
          look="quiet"
          pending={pending}
          onMouseDown={keepSelection}
          onClick={() => onSplit(claim)}
          title="Put the caret between two of the claim's words in the article first"
        >
          Split at the caret
        </Button>
        <Button look="quiet" pending={pending} onClick={() => onDuplicate(claim)}>
          Duplicate
        </Button>
      </div>
      {neighbours.length > 0 && (
        <div className={styles.merge}>
          <select ref={chosen} aria-label="Claim to merge with">
            {neighbours.map((other) => (
              <option key={other.id} value={other.id}>
                {other.number}. {shorten(other.statement)}
              </option>
            ))}
          </select>
          <Button
            pending={pending}
            onClick={() => {
              const other = neighbours.find(({ id }) => id === chosen.current?.value);
              if (other) onMerge(claim, other);
            }}
          >
            Merge into this claim
          </Button>
        </div>
      )}
    </details>
  );
}

function shorten(words: string): string {
  return words.length > 70 ? `${words.slice(0, 69).trimEnd()}…` : words;
}
