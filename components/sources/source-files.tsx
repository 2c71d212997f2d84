"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import record from "@/components/desk/record-page.module.css";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useSubmission } from "@/components/drafts/use-submission";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { ACCEPTED_FILES } from "./accepted-files";
import { describeFile, formOf, type SentFile } from "./sent-file";

interface Attachment {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  addedBy: string;
}

/** The files of a source, and a button to save a copy of its page. */
export function SourceFiles({
  source,
  attachments,
  saveCopy,
  attachFile,
  removeFile,
}: {
  source: { id: string; url: string | null };
  attachments: readonly Attachment[];
  saveCopy: (input: { sourceId: string }, key: string) => Promise<Result<{ takenAt: string }, Failure>>;
  attachFile: (form: FormData, key: string) => Promise<Result<{ name: string }, Failure>>;
  removeFile: (input: { id: string }) => Promise<Result<null, Failure>>;
}) {
  const router = useRouter();
  const t = useWords("sources");
  const common = useWords("common");
  const submissions = useWords("submissions");
  const copies = useSubmission(`copy:${source.id}`, saveCopy);
  const files = useSubmission(
    `file:${source.id}`,
    (sent: SentFile, key) => attachFile(formOf(sent, { sourceId: source.id }), key),
    { isSeries: true },
  );
  const [pending, setPending] = useState<"copy" | "attach" | "remove" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run(task: "copy" | "attach" | "remove", call: () => Promise<Result<unknown, Failure>>) {
    setPending(task);
    setFailure(null);
    const result = await attempt(call);
    setPending(null);
    if (result.ok) router.refresh();
    else setFailure(result.error);
  }

  return (
    <section aria-labelledby="files" className={record.section}>
      <SubmissionNotice submission={copies}>{() => submissions("copy")}</SubmissionNotice>
      {source.url && (
        <p>
          <Button
            pending={pending === "copy"}
            onClick={() => run("copy", () => copies.submit({ sourceId: source.id }))}
          >
            {t(pending === "copy" ? "copies.fetching" : "copies.saveNow")}
          </Button>
        </p>
      )}
      <h2 id="files">{t("files.title")}</h2>
      <SubmissionNotice submission={files}>
        {(earlier) => submissions("file", { name: earlier?.name ?? "" })}
      </SubmissionNotice>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <ul className={record.list}>
        {attachments.map(({ id, name, mediaType, size, addedBy }) => (
          <li key={id}>
            <a href={`/desk/sources/${source.id}/attachments/${id}`}>{name}</a>
            <span className={record.hint}>
              {t("files.details", { type: mediaType, size: formatSize(size), name: addedBy })}
            </span>
            <Button
              look="quiet"
              aria-label={t("files.remove", { name })}
              onClick={() => run("remove", () => removeFile({ id }))}
            >
              {common("remove")}
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor="attach">{t("files.attach")}</label>
      <p className={record.hint} id="attach-hint">
        {t("files.attachHint")}
      </p>
      <input
        id="attach"
        type="file"
        accept={ACCEPTED_FILES}
        aria-describedby="attach-hint"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (!file) return;
          event.target.value = "";
          run("attach", () => files.submit({ file, ...describeFile(file) }));
        }}
      />
      {pending === "attach" && <p role="status">{t("files.attaching")}</p>}
    </section>
  );
}

function formatSize(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
