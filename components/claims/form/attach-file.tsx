"use client";

import { useId, useState } from "react";
import type { EvidenceDraft } from "@/components/drafts/claim-draft";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useSubmission } from "@/components/drafts/use-submission";
import { ACCEPTED_FILES } from "@/components/sources/accepted-files";
import { describeFile, formOf, type SentFile } from "@/components/sources/sent-file";
import { useWords } from "@/components/words/use-words";
import type { Source } from "@/lib/sources/source";
import styles from "./evidence-fields.module.css";
import { useSourceActions } from "./source-actions";

/** Attaches a file to a source from a claim's form. A source that is new is added to the library first, with what is entered of it. */
export function AttachFile({ row, onAdded }: { row: EvidenceDraft; onAdded: (source: Source) => void }) {
  const t = useWords("claimForm");
  const id = useId();
  const submissions = useWords("submissions");
  const { attachFile } = useSourceActions();
  const submission = useSubmission(
    `claim-file:${row.key}`,
    ({ about, ...sent }: SentFile & { about: Record<string, string> }, key) =>
      attachFile(formOf(sent, about), key),
    { isSeries: true },
  );
  const [status, setStatus] = useState("");

  async function attach(file: File): Promise<void> {
    const about: Record<string, string> = row.sourceId
      ? { sourceId: row.sourceId }
      : { source: JSON.stringify(newSourceOf(row, file.name)) };
    setStatus(t("source.attaching"));
    const result = await submission.submit({ file, ...describeFile(file), about });
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
    <section className={styles.attach}>
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
      <SubmissionNotice submission={submission}>
        {(earlier) => submissions("claimFile", { title: earlier?.source.title ?? "" })}
      </SubmissionNotice>
    </section>
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
