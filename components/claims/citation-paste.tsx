"use client";

import { type ClipboardEvent, type ReactNode, useState } from "react";
import type { EvidenceDraft } from "@/components/drafts/claim-draft";
import type { ReadCitations } from "@/components/sources/lookup-actions";
import { citationFormatOf } from "@/lib/citations/citation-format";
import type { Source } from "@/lib/sources/source";
import type { SourceFieldsInput } from "@/lib/sources/source-input";
import styles from "./evidence-fields.module.css";

/** Fields into which an entry of a reference manager may be pasted: it fills all fields of the source. */
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
  const [said, setSaid] = useState("");

  async function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text/plain");
    if (!citationFormatOf(text)) return;
    event.preventDefault();
    setSaid("Reading the entry …");
    const result = await read({ text }).catch(() => null);
    if (!result) return setSaid("The server cannot be reached. Try again in a moment.");
    if (!result.ok) return setSaid(result.error.message);
    const [entry, ...others] = result.value.entries;
    if (!entry) return setSaid("No entry was found in what was pasted.");
    if (entry.known) return onKnown(entry.known);
    onFields(draftFields(entry));
    setSaid(
      [
        "The fields are filled from the entry. Look them over.",
        others.length > 0 && `It is the first of ${others.length + 1}; take in the others under Sources.`,
        ...entry.problems,
      ]
        .filter(Boolean)
        .join(" "),
    );
  }

  return (
    <>
      <div className={styles.named} onPaste={paste}>
        {children}
      </div>
      <p className={styles.said} role="status">
        {said}
      </p>
    </>
  );
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
    ...(accessedOn && { accessedOn }),
    ...(fields.archiveUrl && { archiveUrl: fields.archiveUrl }),
  };
}

/** What an entry or a page said that the form has no field for. */
export function PastedFields({
  row,
  onForget,
}: {
  row: Pick<EvidenceDraft, "authors" | "doi">;
  onForget: () => void;
}) {
  const words = [row.authors?.join("; "), row.doi && `doi:${row.doi}`].filter(Boolean).join(", ");
  if (words === "") return null;
  return (
    <p className={styles.said}>
      Of the work: {words}.{" "}
      <button type="button" className={styles.forget} onClick={onForget}>
        Leave out
      </button>
    </p>
  );
}
