"use client";

import { diffWordsWithSpace } from "diff";
import { useState } from "react";
import type { ClaimDraft, EvidenceDraft } from "@/components/drafts/claim-draft";
import { type Choices, type ComparedPart, compareDrafts } from "@/components/drafts/compare-drafts";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { claimKindLabels } from "@/lib/claims/labels";
import type { Side } from "@/lib/claims/merge-three-ways";
import type { DocumentNode } from "@/lib/document/document";
import type { Rating } from "@/lib/ratings/rating";
import { sourceKindLabels, stanceLabels } from "@/lib/sources/labels";
import styles from "./stale-claim.module.css";

const labels = {
  statement: "Statement",
  claimant: "Claimant",
  claimedOn: "Claimed on",
  kind: "Kind",
  tags: "Tags",
  ratingKey: "Verdict",
  rationaleDoc: "Rationale",
} as const;

/**
 * Two people changed one claim. What one of both changed alone is taken; where both did, the texts stand side by side, and one chooses
 * field by field and source by source.
 */
export function StaleClaim({
  mine,
  theirs,
  by,
  ratings,
  done,
  onChoose,
}: {
  mine: ClaimDraft;
  theirs: ClaimDraft;
  by: string;
  ratings: readonly Rating[];
  /** The words of the button. */
  done: string;
  onChoose: (choices: Choices) => void;
}) {
  const [choices, setChoices] = useState<Choices>(new Map());
  const parts = compareDrafts(mine, theirs);
  const conflicts = parts.filter(({ outcome }) => outcome === "conflict");
  const words = (part: ComparedPart, side: Side) =>
    wordsOf(part, side === "mine" ? mine : theirs, side, ratings);
  return (
    <Notice tone="failure">
      <p className={styles.lead}>
        {by} changed this claim while you were typing.{" "}
        {conflicts.length > 0
          ? "Choose which words to keep; nothing is lost until you save."
          : "You did not change the same parts: both go together."}
      </p>
      {conflicts.map((part) => (
        <fieldset key={part.key} className={styles.field}>
          <legend>{labelOf(part)}</legend>
          {(["mine", "theirs"] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={`stale-${part.key}`}
                checked={(choices.get(part.key) ?? "mine") === side}
                onChange={() => setChoices(new Map(choices).set(part.key, side))}
              />
              <span>
                <strong>{side === "mine" ? "Yours" : by}</strong>
                <span className={styles.words}>
                  <Differing from={words(part, side === "mine" ? "theirs" : "mine")} to={words(part, side)} />
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {(["theirs", "mine"] as const).map((side) => {
        const alone = parts.filter(({ outcome }) => outcome === side);
        if (alone.length === 0) return null;
        return (
          <div key={side} className={styles.alone}>
            <p>
              {side === "mine"
                ? "Changed by you alone, and kept:"
                : `Changed by ${by} alone, and taken over:`}
            </p>
            <ul>
              {alone.map((part) => (
                <li key={part.key}>
                  {labelOf(part)}: <span className={styles.words}>{words(part, side) || "(taken out)"}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <Button look="primary" onClick={() => onChoose(choices)}>
        {done}
      </Button>
    </Notice>
  );
}

/** A text with the words marked that another does not have. */
function Differing({ from, to }: { from: string; to: string }) {
  if (to === "") return "(empty)";
  return diffWordsWithSpace(from, to)
    .filter(({ removed }) => !removed)
    .map(({ added, value }, place) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text have no other name
      added ? <mark key={place}>{value}</mark> : <span key={place}>{value}</span>,
    );
}

function labelOf(part: ComparedPart): string {
  if (part.field !== "evidence") return labels[part.field];
  return `Source “${part.row.mine?.title || part.row.theirs?.title || "without a title"}”`;
}

function wordsOf(part: ComparedPart, draft: ClaimDraft, side: Side, ratings: readonly Rating[]): string {
  switch (part.field) {
    case "ratingKey":
      return ratings.find((rating) => rating.key === draft.ratingKey)?.label ?? "";
    case "rationaleDoc":
      return textOf(draft.rationaleDoc).trim();
    case "evidence":
      return rowWords(part.row[side]);
    case "kind":
      return claimKindLabels[draft.kind];
    default:
      return draft[part.field];
  }
}

/** Everything that a row of evidence says, a line each. */
function rowWords(row: EvidenceDraft | null): string {
  if (!row) return "";
  return [
    `${stanceLabels[row.stance]}: ${row.title}`,
    row.excerpt && `“${row.excerpt}”`,
    row.note,
    row.url,
    [row.publisher, row.publishedOn].filter(Boolean).join(", "),
    [sourceKindLabels[row.kind], row.primary && "primary", row.confidential && "confidential"]
      .filter(Boolean)
      .join(", "),
    row.accessedOn && `Accessed ${row.accessedOn}`,
    row.archiveUrl,
  ]
    .filter(Boolean)
    .join("\n");
}

const blocks = new Set(["paragraph", "heading", "listItem", "blockquote"]);

function textOf(node: DocumentNode): string {
  const inner = (node.content ?? []).map(textOf).join("");
  return node.text ?? (blocks.has(node.type) && !inner.endsWith("\n") ? `${inner}\n` : inner);
}
