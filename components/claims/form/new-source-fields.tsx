"use client";

import { useEffect, useRef } from "react";
import type { EvidenceDraft } from "@/components/drafts/claim-draft";
import type { DescribedFields } from "@/components/sources/lookup-actions";
import { SourceCombobox } from "@/components/sources/source-combobox";
import { SourceKindFields } from "@/components/sources/source-kind-fields";
import { FillFromPage } from "@/components/sources/source-lookup";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { Source } from "@/lib/sources/source";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { CitationPaste, PastedFields } from "./citation-paste";
import styles from "./evidence-fields.module.css";
import { KnownSourceOffer } from "./known-source-offer";
import { useSourceActions } from "./source-actions";

/** The fields of a source that is cited for the first time. A known one is offered while its address or title is typed. */
export function NewSourceFields({
  row,
  lookUp,
  takesFocus,
  errorsOf,
  onChange,
  onFill,
  onPick,
}: {
  row: EvidenceDraft;
  /** Whether its page is looked up without asking. */
  lookUp: boolean;
  /** Whether it was just added to be filled in: its address then gets the focus. */
  takesFocus: boolean;
  errorsOf: (path: string) => string[] | undefined;
  onChange: (part: Partial<EvidenceDraft>) => void;
  /** Like `onChange`, for what was not typed: what it replaces can be brought back. */
  onFill: (part: Partial<EvidenceDraft>) => void;
  onPick: (source: Source) => void;
}) {
  const t = useWords("sources");
  const sources = useSourceActions();
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) fields.current?.querySelector<HTMLElement>("input")?.focus();
  }, [takesFocus]);
  const latest = useRef(row);
  latest.current = row;
  const field = (name: "publisher" | "publishedOn") => ({
    value: row[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <div ref={fields} className={styles.named}>
      <CitationPaste read={sources.readCitations} onKnown={onPick} onFields={onFill}>
        <Field label={t("field.url")} optional errors={errorsOf("source.url")}>
          {(control) => (
            <SourceCombobox
              control={control}
              value={row.url}
              suggest={sources.suggestSources}
              inputMode="url"
              placeholder="https://"
              onChange={(url) => onChange({ url })}
              onPick={onPick}
            />
          )}
        </Field>
        <FillFromPage
          address={row.url}
          byItself={lookUp}
          lookUp={sources.describeAddress}
          onKnown={onPick}
          onDescribed={(described, isAsked) => onFill(foundFields(latest.current, described, isAsked))}
        />
        <Field label={t("field.title")} errors={errorsOf("source.title") ?? errorsOf("source")}>
          {(control) => (
            <SourceCombobox
              control={control}
              value={row.title}
              suggest={sources.suggestSources}
              onChange={(title) => onChange({ title })}
              onPick={onPick}
            />
          )}
        </Field>
      </CitationPaste>
      <KnownSourceOffer address={row.url} title={row.title} find={sources.findKnownSource} onUse={onPick} />
      <PastedFields
        row={row}
        onRemove={() => onFill({ authors: [], doi: null, details: NO_DETAILS, csl: null })}
      />
      <div className={styles.pair}>
        <Field label={t("field.publisher")} optional errors={errorsOf("source.publisher")}>
          {(control) => <input {...control} {...field("publisher")} />}
        </Field>
        <Field label={t("field.publishedOn")} optional errors={errorsOf("source.publishedOn")}>
          {(control) => (
            <input {...control} {...field("publishedOn")} placeholder="2024-05-17" inputMode="numeric" />
          )}
        </Field>
      </div>
      <SourceKindFields
        value={row}
        errors={errorsOf("source.kind")}
        descriptionErrors={errorsOf("source.publicDescription")}
        onChange={onChange}
      />
    </div>
  );
}

/** What a page says of its source. A look-up that nobody asked for only fills in what is empty. */
function foundFields(
  row: EvidenceDraft,
  described: DescribedFields,
  isAsked: boolean,
): Partial<EvidenceDraft> {
  const { authors, doi, language, archiveUrl, details, kind } = described;
  const text = (name: "url" | "title" | "publisher" | "publishedOn") =>
    !isAsked && name !== "url" && row[name].trim() !== "" ? row[name] : described[name] || row[name];
  return {
    url: text("url"),
    title: text("title"),
    publisher: text("publisher"),
    publishedOn: text("publishedOn"),
    ...(authors.length > 0 && { authors }),
    ...(doi && { doi }),
    ...(language && { language }),
    ...(archiveUrl && { archiveUrl }),
    details,
    kind,
  };
}
