"use client";

import { useId, useState } from "react";
import type { EvidenceDraft } from "@/components/drafts/claim-draft";
import { ACCEPTED_FILES } from "@/components/sources/accepted-files";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import type { Source } from "@/lib/sources/source";
import styles from "./evidence-fields.module.css";
import { useSourceActions } from "./source-actions";

/** Attaches a file to a source from a claim's form. A source that is new is added to the library first, with what is entered of it. */
export function AttachFile({ row, onAdded }: { row: EvidenceDraft; onAdded: (source: Source) => void }) {
  const t = useWords("claimForm");
  const id = useId();
  const { attachFile } = useSourceActions();
  const [status, setStatus] = useState("");

  async function attach(file: File): Promise<void> {
    const form = new FormData();
    form.set("file", file);
    if (row.sourceId) form.set("sourceId", row.sourceId);
    else form.set("source", JSON.stringify(newSourceOf(row, file.name)));
    setStatus(t("source.attaching"));
    const result = await attempt(() => attachFile(form));
    if (!result.ok) return setStatus(result.error.message);
    const { source, refusal } = result.value;
    if (!row.sourceId) onAdded(source);
    setStatus(
      refusal === null
        ? t("source.attached", { name: file.name })
        : row.sourceId
          ? refusal
          : t("source.addedNotAttached", { reason: refusal }),
    );
  }

  return (
    <div className={styles.attach}>
      <label htmlFor={id}>{t("source.attach")}</label>
      <input
        id={id}
        type="file"
        accept={ACCEPTED_FILES}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void attach(file);
        }}
      />
      <span role="status">{status}</span>
    </div>
  );
}

/** The fields of a new source. A file without a title names it. */
function newSourceOf(row: EvidenceDraft, fileName: string) {
  const { url, publisher, publishedOn, kind, primary, confidential, publicDescription, authors, doi } = row;
  const { language, details, csl } = row;
  const title = row.title.trim() || url || fileName;
  return {
    ...{ url, title, publisher, publishedOn, kind, primary, confidential, publicDescription },
    ...{ authors, doi, language, details, csl },
  };
}
