"use client";

import { memo } from "react";
import { type EvidenceDraft, newEvidence } from "@/components/drafts/claim-draft";
import type { SourceLookup } from "@/components/sources/lookup-actions";
import { SourceCombobox, type SuggestSources } from "@/components/sources/source-combobox";
import { SourceKindFields } from "@/components/sources/source-kind-fields";
import { ExcerptTools, FillFromPage } from "@/components/sources/source-lookup";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { ClaimRequirements } from "@/lib/review/claim-requirements";
import { CONFIDENTIAL_SOURCE, stanceLabels } from "@/lib/sources/labels";
import { type Source, STANCES } from "@/lib/sources/source";
import { CitationPaste, PastedFields } from "./citation-paste";
import { need, useClaimRules } from "./claim-rules";
import styles from "./evidence-fields.module.css";

type Messages = (path: string) => string[] | undefined;

/** The sources of a claim with their bearing on it. */
export function EvidenceFields({
  rows,
  messages,
  suggest,
  lookup,
  onChange,
}: {
  rows: readonly EvidenceDraft[];
  messages: Messages;
  suggest: SuggestSources;
  lookup: SourceLookup;
  onChange: (change: (before: EvidenceDraft[]) => EvidenceDraft[]) => void;
}) {
  const { claimRequirements } = useClaimRules();
  const sourcesAsked = sourcesWords(claimRequirements);
  const move = (index: number, by: number) =>
    onChange((before) => {
      const after = [...before];
      const [row] = after.splice(index, 1);
      if (row) after.splice(index + by, 0, row);
      return after;
    });
  return (
    <section className={styles.section} aria-label="Sources">
      <h3>
        Sources <span className={styles.count}>{rows.length}</span>
      </h3>
      {sourcesAsked && <p className={styles.said}>{sourcesAsked}</p>}
      {messages("evidence") && (
        <p className={styles.error} role="alert">
          {messages("evidence")?.join(" ")}
        </p>
      )}
      {rows.map((row, index) => (
        <EvidenceRow
          key={row.key}
          row={row}
          number={index + 1}
          last={index === rows.length - 1}
          messages={messages}
          suggest={suggest}
          lookup={lookup}
          onChange={(part) =>
            onChange((before) => before.map((each) => (each.key === row.key ? { ...each, ...part } : each)))
          }
          onRemove={() => onChange((before) => before.filter((each) => each.key !== row.key))}
          onMove={(by) => move(index, by)}
        />
      ))}
      <Button onClick={() => onChange((before) => [...before, newEvidence()])}>Add a source</Button>
    </section>
  );
}

/** What the desk asks of the sources before review; null where it asks for nothing. */
function sourcesWords({ sources, primarySource }: ClaimRequirements): string | null {
  const parts = [
    sources > 0 && `${sources} or more`,
    primarySource && (sources > 0 ? "one of them primary" : "a primary one"),
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(", ")}: needed before review` : null;
}

interface RowProps {
  row: EvidenceDraft;
  number: number;
  last: boolean;
  messages: Messages;
  suggest: SuggestSources;
  lookup: SourceLookup;
  onChange: (part: Partial<EvidenceDraft>) => void;
  onRemove: () => void;
  onMove: (by: number) => void;
}

const EvidenceRow = memo(function EvidenceRow({
  row,
  number,
  last,
  messages,
  suggest,
  lookup,
  onChange,
  onRemove,
  onMove,
}: RowProps) {
  const { claimRequirements: asked } = useClaimRules();
  const of = (path: string) => messages(`evidence.${number - 1}.${path}`);
  const pick = (source: Source) =>
    onChange({
      sourceId: source.id,
      url: source.url ?? "",
      title: source.title,
      publisher: source.publisher ?? "",
      publishedOn: source.publishedOn ?? "",
      kind: source.kind,
      primary: source.primary,
      confidential: source.confidential,
      publicDescription: source.publicDescription ?? "",
    });
  const field = (name: "excerpt" | "note" | "publisher" | "publishedOn" | "accessedOn" | "archiveUrl") => ({
    value: row[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <fieldset className={styles.row}>
      <legend>Source {number}</legend>
      <Field label="Stance" errors={of("stance")}>
        {(control) => (
          <select
            {...control}
            value={row.stance}
            onChange={(event) => {
              const stance = STANCES.find((each) => each === event.target.value);
              if (stance) onChange({ stance });
            }}
          >
            {STANCES.map((stance) => (
              <option key={stance} value={stance}>
                {stanceLabels[stance]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {row.sourceId ? (
        <div className={styles.chosen}>
          <p>
            <strong>{row.title}</strong>
            {row.publisher && `, ${row.publisher}`}
            {row.publishedOn && `, ${row.publishedOn}`}
            {row.url && <span className={styles.url}>{row.url}</span>}
            {row.confidential && (
              <span className={styles.url}>
                Confidential. Readers see: {row.publicDescription || CONFIDENTIAL_SOURCE}
              </span>
            )}
          </p>
          {of("source") && (
            <p className={styles.error} role="alert">
              {of("source")?.join(" ")}
            </p>
          )}
          <Button look="quiet" onClick={() => onChange({ sourceId: null })}>
            Name another source
          </Button>
        </div>
      ) : (
        <>
          <CitationPaste read={lookup.readCitations} onKnown={pick} onFields={onChange}>
            <Field label="Address" optional errors={of("source.url")}>
              {(control) => (
                <SourceCombobox
                  control={control}
                  value={row.url}
                  suggest={suggest}
                  inputMode="url"
                  placeholder="https://"
                  onChange={(url) => onChange({ url })}
                  onPick={pick}
                />
              )}
            </Field>
            <FillFromPage
              address={row.url}
              lookUp={lookup.describeAddress}
              onKnown={pick}
              onDescribed={({
                url,
                title,
                publisher,
                publishedOn,
                authors,
                doi,
                language,
                kind,
                archiveUrl,
              }) =>
                onChange({
                  url: url ?? row.url,
                  title: title || row.title,
                  publisher: publisher ?? row.publisher,
                  publishedOn: publishedOn ?? row.publishedOn,
                  ...(authors.length > 0 && { authors }),
                  ...(doi && { doi }),
                  ...(language && { language }),
                  ...(archiveUrl && { archiveUrl }),
                  kind,
                })
              }
            />
            <Field label="Title" errors={of("source.title") ?? of("source")}>
              {(control) => (
                <SourceCombobox
                  control={control}
                  value={row.title}
                  suggest={suggest}
                  onChange={(title) => onChange({ title })}
                  onPick={pick}
                />
              )}
            </Field>
          </CitationPaste>
          <PastedFields row={row} onForget={() => onChange({ authors: [], doi: null })} />
          <div className={styles.pair}>
            <Field label="Publisher" optional errors={of("source.publisher")}>
              {(control) => <input {...control} {...field("publisher")} />}
            </Field>
            <Field label="Published" optional errors={of("source.publishedOn")}>
              {(control) => (
                <input {...control} {...field("publishedOn")} placeholder="2024-05-17" inputMode="numeric" />
              )}
            </Field>
          </div>
          <SourceKindFields
            value={row}
            errors={of("source.kind")}
            descriptionErrors={of("source.publicDescription")}
            onChange={onChange}
          />
        </>
      )}
      <Field
        label="Excerpt"
        {...need(asked.excerpts)}
        errors={of("excerpt")}
        hint={
          row.confidential
            ? "The words of the source that matter here. Readers do not see them: the source is confidential."
            : "The words of the source that matter here."
        }
      >
        {(control) => <textarea {...control} {...field("excerpt")} rows={2} />}
      </Field>
      {row.sourceId && (
        <ExcerptTools
          sourceId={row.sourceId}
          excerpt={row.excerpt}
          lookup={lookup}
          onTake={(excerpt) => onChange({ excerpt })}
        />
      )}
      <Field
        label="Note"
        optional
        errors={of("note")}
        hint={
          row.confidential
            ? "What the source shows, in your words. Readers see it: it must name nobody."
            : "What the source shows, in your words."
        }
      >
        {(control) => <textarea {...control} {...field("note")} rows={2} />}
      </Field>
      <div className={styles.pair}>
        <Field label="Accessed" optional errors={of("accessedOn")}>
          {(control) => <input {...control} {...field("accessedOn")} type="date" />}
        </Field>
        <Field label="Archived copy" {...need(asked.copies && !row.confidential)} errors={of("archiveUrl")}>
          {(control) => (
            <input {...control} {...field("archiveUrl")} inputMode="url" placeholder="https://" />
          )}
        </Field>
      </div>
      <div className={styles.actions}>
        <Button
          look="quiet"
          disabled={number === 1}
          onClick={() => onMove(-1)}
          aria-label={`Move source ${number} up`}
        >
          ↑
        </Button>
        <Button
          look="quiet"
          disabled={last}
          onClick={() => onMove(1)}
          aria-label={`Move source ${number} down`}
        >
          ↓
        </Button>
        <Button look="quiet" onClick={onRemove} aria-label={`Remove source ${number}`}>
          Remove
        </Button>
      </div>
    </fieldset>
  );
});
