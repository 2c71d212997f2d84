"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { claimKindLabels } from "@/lib/claims/labels";
import type { DocumentNode } from "@/lib/document/document";
import type { Rating } from "@/lib/ratings/rating";
import { type ClaimDraft, type ComparedField, differences } from "./claim-draft";
import styles from "./stale-claim.module.css";

const labels: Record<ComparedField, string> = {
  statement: "Statement",
  claimant: "Claimant",
  claimedOn: "Claimed on",
  kind: "Kind",
  tags: "Tags",
  ratingKey: "Verdict",
  rationaleDoc: "Rationale",
  evidence: "Sources",
};

/** Two people changed one claim: both texts stand side by side, and one chooses field by field. */
export function StaleClaim({
  mine,
  theirs,
  by,
  ratings,
  onChoose,
}: {
  mine: ClaimDraft;
  theirs: ClaimDraft;
  by: string;
  ratings: readonly Rating[];
  onChoose: (takeTheirs: ReadonlySet<ComparedField>) => void;
}) {
  const [taken, setTaken] = useState<ReadonlySet<ComparedField>>(new Set());
  const fields = differences(mine, theirs);
  const choose = (field: ComparedField, theirsToo: boolean) => {
    const next = new Set(taken);
    if (theirsToo) next.add(field);
    else next.delete(field);
    setTaken(next);
  };
  return (
    <Notice tone="failure">
      <p className={styles.lead}>
        {by} changed this claim while you were typing. Choose which words to keep; nothing is lost until you
        save.
      </p>
      {fields.map((field) => (
        <fieldset key={field} className={styles.field}>
          <legend>{labels[field]}</legend>
          {[false, true].map((theirsToo) => (
            <label key={String(theirsToo)}>
              <input
                type="radio"
                name={`stale-${field}`}
                checked={taken.has(field) === theirsToo}
                onChange={() => choose(field, theirsToo)}
              />
              <span>
                <strong>{theirsToo ? by : "Yours"}</strong>
                <span className={styles.words}>
                  {wordsOf(theirsToo ? theirs : mine, field, ratings) || "(empty)"}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button look="primary" onClick={() => onChoose(taken)}>
        Save what I chose
      </Button>
    </Notice>
  );
}

function wordsOf(draft: ClaimDraft, field: ComparedField, ratings: readonly Rating[]): string {
  switch (field) {
    case "ratingKey":
      return ratings.find((rating) => rating.key === draft.ratingKey)?.label ?? "";
    case "rationaleDoc":
      return textOf(draft.rationaleDoc).trim();
    case "evidence":
      return draft.evidence
        .map((row) => [row.stance, row.title, row.note].filter(Boolean).join(": "))
        .join("; ");
    case "kind":
      return claimKindLabels[draft.kind];
    default:
      return draft[field];
  }
}

function textOf(node: DocumentNode): string {
  const inner = (node.content ?? []).map(textOf).join("");
  return node.text ?? (node.type === "paragraph" ? `${inner}\n` : inner);
}
