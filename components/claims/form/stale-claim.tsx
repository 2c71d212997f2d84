"use client";

import type { ClaimDraft, EvidenceDraft } from "@/components/drafts/claim-draft";
import type { ClaimantDraft } from "@/components/drafts/claimant-draft";
import { type Choices, type ComparedPart, compareDrafts } from "@/components/drafts/compare-drafts";
import type { OutcomeDraft } from "@/components/drafts/outcome-draft";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { compareWords } from "@/lib/anchoring/compare-words";
import { claimantKindLabels, describeClaimant } from "@/lib/claimants/labels";
import { claimKindLabels, outcomeLabels } from "@/lib/claims/labels";
import type { Side } from "@/lib/claims/merge-three-ways";
import type { DocumentNode } from "@/lib/document/document";
import type { Rating } from "@/lib/ratings/rating";
import { sourceKindLabels, stanceLabels } from "@/lib/sources/labels";
import { words } from "@/lib/words/words";
import styles from "./stale-claim.module.css";

const labelKeys = {
  statement: "statement",
  claimant: "claimant",
  claimantRole: "claimantRole",
  carriedBy: "carriedBy",
  claimedOn: "claimedOn",
  kind: "kind",
  tags: "tags",
  ratingKey: "verdict",
  rationaleDoc: "rationale",
  outcome: "outcome",
} as const;

/**
 * Two people changed one claim. Parts that only one of them changed are merged; where both changed a part, its two versions appear side
 * by side, and the editor chooses field by field and source by source. The form's own button confirms it.
 */
export function StaleClaim({
  mine,
  theirs,
  by,
  ratings,
  chosen,
  onChange,
}: {
  mine: ClaimDraft;
  theirs: ClaimDraft;
  by: string;
  ratings: readonly Rating[];
  /** Whose version is chosen of each conflicting part; mine by default. */
  chosen: Readonly<Record<string, Side>>;
  onChange: (chosen: Record<string, Side>) => void;
}) {
  const t = useWords("claims");
  const choices: Choices = new Map(Object.entries(chosen));
  const parts = compareDrafts(mine, theirs);
  const conflicts = parts.filter(({ outcome }) => outcome === "conflict");
  const text = (part: ComparedPart, side: Side) =>
    partText(part, side === "mine" ? mine : theirs, side, ratings);
  return (
    <Notice tone="failure">
      <p className={styles.lead}>
        {t(conflicts.length > 0 ? "stale.conflict" : "stale.noConflict", { name: by })}
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
                onChange={() => onChange({ ...chosen, [part.key]: side })}
              />
              <span>
                <strong>{side === "mine" ? t("stale.yours") : by}</strong>
                <span className={styles.text}>
                  <Differing from={text(part, side === "mine" ? "theirs" : "mine")} to={text(part, side)} />
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
            <p>{side === "mine" ? t("stale.changedByYou") : t("stale.changedByThem", { name: by })}</p>
            <ul>
              {alone.map((part) => (
                <li key={part.key}>
                  {labelOf(part)}:{" "}
                  <span className={styles.text}>{text(part, side) || t("stale.removed")}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Notice>
  );
}

/** A text with the words highlighted that the other version does not have. */
function Differing({ from, to }: { from: string; to: string }) {
  if (to === "") return words("claims")("stale.empty");
  return compareWords(from, to)
    .filter(({ kind }) => kind !== "removed")
    .map(({ kind, text }, index) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other key
      kind === "added" ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
    );
}

function labelOf(part: ComparedPart): string {
  const t = words("claims");
  if (part.field !== "evidence") return t(labelKeys[part.field]);
  const title = part.row.mine?.title || part.row.theirs?.title;
  return title ? t("stale.source", { title }) : t("stale.untitledSource");
}

function partText(part: ComparedPart, draft: ClaimDraft, side: Side, ratings: readonly Rating[]): string {
  switch (part.field) {
    case "ratingKey":
      return ratings.find((rating) => rating.key === draft.ratingKey)?.label ?? "";
    case "outcome":
      return outcomeText(draft.outcome ?? null);
    case "rationaleDoc":
      return textOf(draft.rationaleDoc).trim();
    case "evidence":
      return rowText(part.row[side]);
    case "claimant":
      return claimantText(draft.claimant);
    case "kind":
      return claimKindLabels[draft.kind];
    default:
      return draft[part.field];
  }
}

/** The parts of an outcome, one per line. */
function outcomeText(outcome: OutcomeDraft | null): string {
  if (!outcome) return "";
  const { kind, wording, question, note } = outcome;
  return [outcomeLabels[kind], kind === "change" && wording, kind === "query" && question, note]
    .filter(Boolean)
    .join("\n");
}

/** "Ann Lee, Person": two claimants can have one name. */
function claimantText({ name, kind }: ClaimantDraft): string {
  return describeClaimant({ name, role: kind && claimantKindLabels[kind] });
}

/** The contents of a row of evidence, one per line. */
function rowText(row: EvidenceDraft | null): string {
  if (!row) return "";
  const t = words("sources");
  return [
    `${row.stance ? stanceLabels[row.stance] : t("stance.none")}: ${row.title}`,
    row.excerpt && `“${row.excerpt}”`,
    row.note,
    row.url,
    [row.publisher, row.publishedOn].filter(Boolean).join(", "),
    [
      sourceKindLabels[row.kind],
      row.primary && t("primaryAttribute"),
      row.confidential && t("confidentialAttribute"),
    ]
      .filter(Boolean)
      .join(", "),
    row.accessedOn && words("claims")("stale.accessed", { date: row.accessedOn }),
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
