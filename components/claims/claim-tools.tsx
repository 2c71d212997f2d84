"use client";

import { useState } from "react";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import { useClaimActions } from "./claim-actions";
import styles from "./claim-tools.module.css";

const NO_CHOICE = { claimId: "" };

/** Actions on a claim other than review. */
export function ClaimTools({ claim, pending }: { claim: Claim; pending: boolean }) {
  const { edit, adjust, remove } = useClaimActions();
  const t = useWords("claims");
  const common = useWords("common");
  const retired = claim.state === "retired";
  const isAnchored = !retired && !needsChecking(claim.anchor);
  return (
    <>
      <div className={styles.tools}>
        {!retired && (
          <Button look="quiet" onClick={() => edit(claim)}>
            {common("edit")}
          </Button>
        )}
        {isAnchored && (
          <Button look="quiet" pending={pending} onMouseDown={keepSelection} onClick={() => adjust(claim)}>
            {t("tool.adjustHighlight")}
          </Button>
        )}
        <Button look="quiet" pending={pending} onClick={() => remove(claim)}>
          {common("delete")}
        </Button>
      </div>
      <p className={styles.hint}>{t("tool.deleteHint")}</p>
      {isAnchored && (
        // The nearest claims may have changed with the claim.
        <ClaimParts key={claim.revision} claim={claim} pending={pending} />
      )}
    </>
  );
}

// Pressing a button must not clear the selection in the article.
const keepSelection = (event: { preventDefault(): void }) => event.preventDefault();

/** Splits, duplicates and merges a claim. */
function ClaimParts({ claim, pending }: { claim: Claim; pending: boolean }) {
  const t = useWords("claims");
  const { duplicate, split, merge, neighboursOf } = useClaimActions();
  const [neighbours, setNeighbours] = useState<Claim[]>([]);
  /** "" is the first one. */
  const draft = useFormDraft(`merge:${claim.id}`, NO_CHOICE);
  const chosen = neighbours.find(({ id }) => id === draft.value.claimId) ?? neighbours[0];
  return (
    <details
      className={styles.more}
      onToggle={(event) => event.currentTarget.open && setNeighbours(neighboursOf(claim))}
    >
      <summary>{t("tool.more")}</summary>
      <div className={styles.tools}>
        <Button
          look="quiet"
          pending={pending}
          onMouseDown={keepSelection}
          onClick={() => split(claim)}
          title={t("tool.splitHint")}
        >
          {t("tool.split")}
        </Button>
        <Button look="quiet" pending={pending} onClick={() => duplicate(claim)}>
          {t("tool.duplicate")}
        </Button>
      </div>
      {chosen && (
        <div className={styles.merge}>
          <select
            aria-label={t("tool.mergeWith")}
            value={chosen.id}
            onChange={({ target: { value } }) =>
              draft.change({ claimId: value === neighbours[0]?.id ? "" : value })
            }
          >
            {neighbours.map((other) => (
              <option key={other.id} value={other.id}>
                {other.number}. {shorten(other.statement)}
              </option>
            ))}
          </select>
          <Button
            pending={pending}
            onClick={() => {
              merge(claim, chosen);
              draft.forget(NO_CHOICE);
            }}
          >
            {t("tool.merge")}
          </Button>
        </div>
      )}
    </details>
  );
}

function shorten(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text;
}
