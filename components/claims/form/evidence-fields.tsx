"use client";

import { memo, useEffect, useRef } from "react";
import { need, useClaimRules } from "@/components/claims/claim-rules";
import {
  type ClaimDraft,
  type DiscardedRow,
  type EvidenceDraft,
  knownSourceFields,
} from "@/components/drafts/claim-draft";
import { fillRow, removeRow, restoreRow } from "@/components/drafts/discarded-rows";
import { ExcerptTools } from "@/components/sources/source-lookup";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { ClaimRequirements } from "@/lib/review/claim-requirements";
import { CONFIDENTIAL_SOURCE } from "@/lib/sources/labels";
import type { Source } from "@/lib/sources/source";
import { words } from "@/lib/words/words";
import styles from "./evidence-fields.module.css";
import { NewSourceFields } from "./new-source-fields";
import { RowRest } from "./row-rest";
import { useSourceActions } from "./source-actions";
import { SourceField } from "./source-field";
import { StanceField } from "./stance-field";
import type { AddedRow, SourceAdding } from "./use-source-adding";

type Messages = (path: string) => string[] | undefined;

/** The sources of a claim, and how each is used. */
export function EvidenceFields({
  rows,
  query,
  adding,
  offered,
  discarded,
  messages,
  onChange: changeDraft,
}: {
  rows: readonly EvidenceDraft[];
  /** What is typed in the source field and not added yet. */
  query: string;
  adding: SourceAdding;
  /** Sources of the article to add with one click. */
  offered: readonly Source[];
  /** Rows that can be brought back, the newest last. */
  discarded: readonly DiscardedRow[];
  messages: Messages;
  onChange: (change: (before: ClaimDraft) => ClaimDraft) => void;
}) {
  const t = useWords("claims");
  const { claimRequirements } = useClaimRules();
  const requirement = describeRequirement(claimRequirements);
  const onChange = (next: (before: EvidenceDraft[]) => EvidenceDraft[]) =>
    changeDraft((before) => ({ ...before, evidence: next(before.evidence) }));
  const move = (index: number, by: number) =>
    onChange((before) => {
      const after = [...before];
      const [row] = after.splice(index, 1);
      if (row) after.splice(index + by, 0, row);
      return after;
    });
  return (
    <section className={styles.section} aria-label={t("evidence.title")}>
      <h3>
        {t("evidence.title")} <span className={styles.count}>{rows.length}</span>
      </h3>
      {requirement && <p className={styles.status}>{requirement}</p>}
      {messages("evidence") && (
        <p className={styles.error} role="alert">
          {messages("evidence")?.join(" ")}
        </p>
      )}
      <SourceField
        query={query}
        offered={offered}
        onQuery={(sourceQuery) => changeDraft((before) => ({ ...before, sourceQuery }))}
        onKnown={adding.addKnown}
        onTyped={adding.addTyped}
      />
      {adding.status && (
        <p className={styles.status} role="status">
          {adding.status}
        </p>
      )}
      {rows.map((row, index) => (
        <EvidenceRow
          key={row.key}
          row={row}
          added={row.key === adding.added?.key ? adding.added : null}
          number={index + 1}
          last={index === rows.length - 1}
          messages={messages}
          onChange={(part) =>
            onChange((before) => before.map((each) => (each.key === row.key ? { ...each, ...part } : each)))
          }
          onFill={(part) => changeDraft((before) => fillRow(before, row.key, part))}
          onRemove={() => changeDraft((before) => removeRow(before, row.key))}
          onMove={(by) => move(index, by)}
        />
      ))}
      <DiscardedRowNotice discarded={discarded} onUndo={() => changeDraft(restoreRow)} />
    </section>
  );
}

/** Offers to bring back the row that was removed or replaced last. */
function DiscardedRowNotice({
  discarded,
  onUndo,
}: {
  discarded: readonly DiscardedRow[];
  onUndo: () => void;
}) {
  const t = useWords("claims");
  const common = useWords("common");
  const notice = useRef<HTMLDivElement>(null);
  const count = useRef(discarded.length);
  useEffect(() => {
    const isNew = discarded.length > count.current;
    count.current = discarded.length;
    // The button that was pressed is gone with its row: the one that brings it back is the next key press.
    if (isNew && document.activeElement === document.body) notice.current?.querySelector("button")?.focus();
  }, [discarded.length]);
  const last = discarded.at(-1);
  if (!last) return null;
  return (
    <div ref={notice}>
      <Notice>
        {t(last.by ? "evidence.replaced" : "evidence.removed", { number: last.index + 1 })}{" "}
        <Button look="quiet" onClick={onUndo}>
          {common("undo")}
        </Button>
      </Notice>
    </div>
  );
}

/** Which sources the desk requires before review; null for none. */
function describeRequirement({ sources, primarySource }: ClaimRequirements): string | null {
  const t = words("claims");
  if (sources === 0) return primarySource ? t("evidence.primaryRequired") : null;
  return t(primarySource ? "evidence.requiredWithPrimary" : "evidence.required", { count: sources });
}

interface RowProps {
  row: EvidenceDraft;
  /** If it was just added. */
  added: AddedRow | null;
  number: number;
  last: boolean;
  messages: Messages;
  onChange: (part: Partial<EvidenceDraft>) => void;
  /** Like `onChange`, for what was not typed: what it replaces can be brought back. */
  onFill: (part: Partial<EvidenceDraft>) => void;
  onRemove: () => void;
  onMove: (by: number) => void;
}

const EvidenceRow = memo(function EvidenceRow({
  row,
  added,
  number,
  last,
  messages,
  onChange,
  onFill,
  onRemove,
  onMove,
}: RowProps) {
  const t = useWords("claims");
  const common = useWords("common");
  const sources = useSourceActions();
  const { claimRequirements: required } = useClaimRules();
  const errorsOf = (path: string) => messages(`evidence.${number - 1}.${path}`);
  const pick = (source: Source) => onFill(knownSourceFields(source));
  return (
    <fieldset className={styles.row}>
      <legend>{t("evidence.number", { number })}</legend>
      <StanceField
        value={row.stance}
        errors={errorsOf("stance")}
        takesFocus={added?.focus === "stance"}
        onChange={(stance) => onChange({ stance })}
      />
      {row.sourceId ? (
        <div className={styles.chosen}>
          <p>
            <strong>{row.title}</strong>
            {row.publisher && `, ${row.publisher}`}
            {row.publishedOn && `, ${row.publishedOn}`}
            {row.url && <span className={styles.url}>{row.url}</span>}
            {row.confidential && (
              <span className={styles.url}>
                {t("evidence.confidential", { description: row.publicDescription || CONFIDENTIAL_SOURCE })}
              </span>
            )}
          </p>
          {errorsOf("source") && (
            <p className={styles.error} role="alert">
              {errorsOf("source")?.join(" ")}
            </p>
          )}
          <Button look="quiet" onClick={() => onChange({ sourceId: null })}>
            {t("evidence.chooseAnother")}
          </Button>
        </div>
      ) : (
        <NewSourceFields
          row={row}
          lookUp={added?.lookUp === true && row.title === ""}
          takesFocus={added?.focus === "address"}
          errorsOf={errorsOf}
          onChange={onChange}
          onFill={onFill}
          onPick={pick}
        />
      )}
      <Field
        label={t("evidence.excerpt")}
        {...need(required.excerpts)}
        errors={errorsOf("excerpt")}
        hint={t(row.confidential ? "evidence.excerptHintConfidential" : "evidence.excerptHint")}
      >
        {(control) => (
          <textarea
            {...control}
            value={row.excerpt}
            onChange={(event) => onChange({ excerpt: event.target.value })}
            rows={2}
          />
        )}
      </Field>
      {row.sourceId && (
        <ExcerptTools
          sourceId={row.sourceId}
          excerpt={row.excerpt}
          lookup={sources}
          onPick={(excerpt) => onFill({ excerpt })}
        />
      )}
      <RowRest row={row} errorsOf={errorsOf} onChange={onChange} onAttached={pick} />
      <div className={styles.actions}>
        <Button
          look="quiet"
          disabled={number === 1}
          onClick={() => onMove(-1)}
          aria-label={t("evidence.moveUp", { number })}
        >
          ↑
        </Button>
        <Button
          look="quiet"
          disabled={last}
          onClick={() => onMove(1)}
          aria-label={t("evidence.moveDown", { number })}
        >
          ↓
        </Button>
        <Button look="quiet" onClick={onRemove} aria-label={t("evidence.remove", { number })}>
          {common("remove")}
        </Button>
      </div>
    </fieldset>
  );
});
