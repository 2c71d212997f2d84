"use client";

import { type ClipboardEvent, type ReactNode, useState } from "react";
import { type EvidenceDraft, newEvidence } from "@/components/drafts/claim-draft";
import type { ReadCitations } from "@/components/sources/lookup-actions";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import { citationFormatOf } from "@/lib/citations/citation-format";
import type { CslData } from "@/lib/sources/csl-data";
import type { Source } from "@/lib/sources/source";
import { DETAIL_FIELDS, NO_DETAILS, sourceDetails } from "@/lib/sources/source-details";
import type { SourceFieldsInput } from "@/lib/sources/source-input";
import styles from "./evidence-fields.module.css";

/** The fields of a source. Pasting a citation from a reference manager into one of them fills in all of them. */
export function CitationPaste({
  read,
  onKnown,
  onFields,
  children,
}: {
  read: ReadCitations;
  onKnown: (source: Source) => void;
  onFields: (fields: Partial<EvidenceDraft>) => void;
  children: ReactNode;
}) {
  const t = useWords("citations");
  const [status, setStatus] = useState("");

  async function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text/plain");
    if (!citationFormatOf(text)) return;
    event.preventDefault();
    setStatus(t("paste.reading"));
    const result = await attempt(() => read({ text }));
    if (!result.ok) return setStatus(result.error.message);
    const { entries } = result.value;
    const [entry] = entries;
    if (!entry) return setStatus(t("paste.none"));
    if (entry.known) return onKnown(entry.known);
    onFields(draftFields(entry));
    const filled =
      entries.length > 1 ? t("paste.filledFromFirst", { count: entries.length }) : t("paste.filled");
    setStatus([filled, ...entry.problems, ...entry.notes].join(" "));
  }

  return (
    <>
      <div className={styles.named} onPaste={paste}>
        {children}
      </div>
      <p className={styles.status} role="status">
        {status}
      </p>
    </>
  );
}

/** A row for the source of a citation that the desk does not know. */
export function citedRow(entry: { fields: SourceFieldsInput; accessedOn: string | null }): EvidenceDraft {
  return { ...newEvidence(), ...draftFields(entry) };
}

function draftFields({
  fields,
  accessedOn,
}: {
  fields: SourceFieldsInput;
  accessedOn: string | null;
}): Partial<EvidenceDraft> {
  return {
    url: fields.url ?? "",
    title: fields.title,
    publisher: fields.publisher ?? "",
    publishedOn: fields.publishedOn ?? "",
    kind: fields.kind,
    authors: fields.authors ?? [],
    doi: fields.doi ?? null,
    language: fields.language ?? null,
    details: { ...NO_DETAILS, ...sourceDetails.safeParse(fields.details ?? {}).data },
    csl: (fields.csl as CslData | null | undefined) ?? null,
    ...(accessedOn && { accessedOn }),
    ...(fields.archiveUrl && { archiveUrl: fields.archiveUrl }),
  };
}

/** Details from a citation or a page that the form has no field for. */
export function PastedFields({
  row,
  onRemove,
}: {
  row: Pick<EvidenceDraft, "authors" | "doi" | "details">;
  onRemove: () => void;
}) {
  const t = useWords("citations");
  const sourceWords = useWords("sources");
  const details = [
    row.authors?.join("; "),
    row.doi && `doi:${row.doi}`,
    ...DETAIL_FIELDS.map((field) => {
      const value = [row.details?.[field] ?? []].flat().join("; ");
      return value && `${sourceWords(`field.${field}`)}: ${value}`;
    }),
  ]
    .filter(Boolean)
    .join(", ");
  if (details === "") return null;
  return (
    <p className={styles.status}>
      {t("paste.additional", { details })}{" "}
      <button type="button" className={styles.remove} onClick={onRemove}>
        {t("paste.removeAdditional")}
      </button>
    </p>
  );
}
