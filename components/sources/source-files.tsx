"use client";

import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./sources.module.css";

interface Attachment {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  addedBy: string;
}

/** What is kept of a source: a copy of its page, and files. */
export function SourceFiles({
  source,
  attachments,
  keepCopy,
  attachFile,
  removeFile,
}: {
  source: { id: string; url: string | null };
  attachments: readonly Attachment[];
  keepCopy: (input: { sourceId: string }) => Promise<Result<null, Failure>>;
  attachFile: (form: FormData) => Promise<Result<null, Failure>>;
  removeFile: (input: { id: string }) => Promise<Result<null, Failure>>;
}) {
  const [pending, setPending] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run(words: string, call: () => Promise<Result<null, Failure>>) {
    setPending(words);
    setFailure(null);
    const result = await attempt(call);
    setPending(null);
    if (result.ok) window.location.reload();
    else setFailure(result.error);
  }

  return (
    <section aria-labelledby="files" className={styles.files}>
      {source.url && (
        <p>
          <Button
            pending={pending === "copy"}
            onClick={() => run("copy", () => keepCopy({ sourceId: source.id }))}
          >
            {pending === "copy" ? "Fetching the page …" : "Keep a copy of the page now"}
          </Button>
        </p>
      )}
      <h2 id="files">Files</h2>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <ul className={styles.uses}>
        {attachments.map(({ id, name, mediaType, size, addedBy }) => (
          <li key={id}>
            <a href={`/desk/sources/${source.id}/attachments/${id}`}>{name}</a>
            <span className={styles.hint}>
              {mediaType}, {sizeWords(size)}, added by {addedBy}
            </span>
            <Button
              look="quiet"
              aria-label={`Remove ${name}`}
              onClick={() => run("remove", () => removeFile({ id }))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor="attach">Attach a file</label>
      <p className={styles.hint} id="attach-hint">
        PDF, picture or CSV, up to 20 MB. Pictures are drawn anew, without what cameras write into them.
      </p>
      <input
        id="attach"
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.webp,.gif,.avif,.tif,.tiff,.csv"
        aria-describedby="attach-hint"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (!file) return;
          const form = new FormData();
          form.set("sourceId", source.id);
          form.set("file", file);
          event.target.value = "";
          run("attach", () => attachFile(form));
        }}
      />
      {pending === "attach" && <p role="status">Attaching …</p>}
    </section>
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
