"use client";

import { type FormEvent, useState } from "react";
import record from "@/components/desk/record-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useSubmission } from "@/components/drafts/use-submission";
import { deskRead } from "@/components/reads/read-desk";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { type CitationFormat, citationFiles } from "@/lib/citations/citation-format";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { CitationEntries, type CitationEntry } from "./citation-entries";
import styles from "./sources.module.css";

interface Preview {
  format: CitationFormat;
  entries: CitationEntry[];
}

const previewCitations = deskRead<{ text: string }, Preview>("citations");

/** In bytes. The server limits the number of characters. */
const MAX_FILE_SIZE = 8_000_000;

/** `left`: the entries that are not to be imported, by their number and name. */
const NO_CITATIONS = { text: "", left: [] as string[] };

/** Imports sources from BibTeX, RIS or CSL-JSON, after a review. */
export function CitationImport({
  importSources,
}: {
  importSources: (
    input: { text: string; chosen: number[] },
    key: string,
  ) => Promise<Result<{ taken: number; known: number }, Failure>>;
}) {
  const t = useWords("citations");
  const draft = useFormDraft("citations", NO_CITATIONS);
  const { text } = draft.value;
  const submission = useSubmission("citations", importSources);
  const submissions = useWords("submissions");
  /** The citations and the text that they were read from: later edits of the field do not affect them. */
  const [read, setRead] = useState<(Preview & { text: string }) | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState<{ taken: number; known: number } | null>(null);

  async function review(input: string) {
    setPending(true);
    setDone(null);
    const result = await attempt(() => previewCitations({ text: input }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setRead(result.ok ? { ...result.value, text: input } : null);
  }

  async function choose(file: File | undefined) {
    if (!file) return;
    draft.change({ left: [] });
    if (file.size > MAX_FILE_SIZE) {
      setRead(null);
      return setFailure({
        kind: "invalid",
        message: t("import.fileTooLarge", {
          name: file.name,
          size: Math.ceil(file.size / 1e6),
          limit: MAX_FILE_SIZE / 1e6,
        }),
      });
    }
    await review(await file.text());
  }

  async function run(chosen: number[]) {
    if (!read) return;
    setPending(true);
    const result = await submission.submit({ text: read.text, chosen });
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setDone(result.value);
    setRead(null);
    draft.forget(NO_CITATIONS);
  }

  return (
    <>
      <RestoredNotice restored={draft.restored} />
      <SubmissionNotice submission={submission}>
        {(earlier) => (
          <>
            {submissions("citations")}{" "}
            {earlier && t("import.done", { imported: earlier.taken, known: earlier.known })}{" "}
            <a href="/desk/sources">{t("import.seeSources")}</a>
          </>
        )}
      </SubmissionNotice>
      {failure && !messagesFor(failure, "text") && <Notice tone="failure">{failure.message}</Notice>}
      {done && (
        <Notice tone="success">
          {t("import.done", { imported: done.taken, known: done.known })}{" "}
          <a href="/desk/sources">{t("import.seeSources")}</a>
        </Notice>
      )}
      <Form
        className={record.form}
        aria-label={t("import.citations")}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void review(text);
        }}
      >
        <Field label={t("import.citations")} hint={t("import.hint")} errors={messagesFor(failure, "text")}>
          {(control) => (
            <textarea
              {...control}
              value={text}
              rows={8}
              spellCheck={false}
              onChange={(event) => draft.change({ text: event.target.value, left: [] })}
            />
          )}
        </Field>
        <div className={styles.submit}>
          <Button type="submit" look={read ? "plain" : "primary"} pending={pending}>
            {t("import.review")}
          </Button>
          <label>
            {t("import.file")}{" "}
            <input
              type="file"
              accept=".bib,.bibtex,.ris,.json,.txt"
              onChange={(event) => {
                const file = event.target.files?.[0];
                void choose(file);
                // So that choosing the same file again is a change too.
                event.target.value = "";
              }}
            />
          </label>
        </div>
      </Form>
      {read && (
        <CitationEntries
          key={read.text}
          format={citationFiles[read.format].label}
          entries={read.entries}
          pending={pending}
          left={draft.value.left}
          onLeave={(left) => draft.change({ left })}
          onImport={run}
        />
      )}
    </>
  );
}
