"use client";

import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { deskRead } from "@/components/reads/read-desk";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";
import type { ClaimImportPreview } from "@/lib/claim-imports/claim-import-preview";
import { decodeClaimFile } from "@/lib/claim-imports/decode-claim-file";
import type { Failure } from "@/lib/failure";
import type { Rating } from "@/lib/ratings/rating";
import { type ImportClaims, NO_CHOICES, type PreviewClaimImport } from "./claim-import-types";
import styles from "./claim-imports.module.css";
import { ClaimReview } from "./claim-review";

const readPreview: PreviewClaimImport = deskRead("claim-import");

/** In bytes. The server limits the number of characters. */
const MAX_FILE_SIZE = 8_000_000;

const EMPTY = { content: "", name: "", choices: NO_CHOICES };

/** Imports claims into an article from a file or pasted text, after a review of each. */
export function ClaimImport({
  article,
  text,
  ratings,
  importClaims,
  preview = readPreview,
}: {
  article: { id: string; language: string };
  /** Of the current version, for passages that are marked by hand. */
  text: string;
  ratings: readonly Pick<Rating, "key" | "label">[];
  importClaims: ImportClaims;
  preview?: PreviewClaimImport;
}) {
  const t = useWords("claimImports");
  const isReady = useHydrated();
  const draft = useFormDraft(`claim-import:${article.id}`, EMPTY);
  const { content, name, choices } = draft.value;
  const [read, setRead] = useState<{ preview: ClaimImportPreview; content: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState<"reading" | "importing" | null>(null);
  const [done, setDone] = useState<{ imported: number; known: number } | null>(null);
  const next = useRef<HTMLDivElement>(null);
  // The pressed button is gone, or what it led to is below: focus that.
  useEffect(() => {
    if (read || done) next.current?.focus();
  }, [read, done]);
  const contentErrors = messagesFor(failure, "content");
  const reviewed = useMemo(() => (read?.content === content ? read.preview : null), [read, content]);

  async function review(input: string) {
    setPending("reading");
    setDone(null);
    const result = await attempt(() => preview({ articleId: article.id, content: input }));
    setPending(null);
    setFailure(result.ok ? null : result.error);
    setRead(result.ok ? { preview: result.value, content: input } : null);
  }

  async function choose(file: File | undefined) {
    if (!file) return;
    if (file.size > MAX_FILE_SIZE) {
      setRead(null);
      return setFailure({
        kind: "invalid",
        message: t("tooLarge", { name: file.name, limit: MAX_FILE_SIZE / 1e6 }),
      });
    }
    const decoded = decodeClaimFile(new Uint8Array(await file.arrayBuffer()));
    draft.change({ content: decoded, name: file.name, choices: NO_CHOICES });
    await review(decoded);
  }

  async function run(rows: { row: number; start: number; end: number }[]) {
    if (!reviewed) return;
    setPending("importing");
    const result = await attempt(() =>
      importClaims({
        articleId: article.id,
        versionId: reviewed.versionId,
        content,
        name: name || null,
        rows,
        ratings: Object.fromEntries(
          Object.entries(choices.ratings).map(([foreign, key]) => [foreign, key === "" ? null : key]),
        ),
      }),
    );
    setPending(null);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setRead(null);
    setDone({ imported: result.value.imported.length, known: result.value.known });
    draft.forget(EMPTY);
  }

  return (
    <div className={styles.page}>
      <RestoredNotice restored={draft.restored} />
      {failure && !contentErrors && <Notice tone="failure">{failure.message}</Notice>}
      {done && (
        <div ref={next} tabIndex={-1}>
          <Notice tone="success">
            {t("done", { imported: done.imported })}{" "}
            {done.known > 0 && t("done.known", { known: done.known })}{" "}
            <a href={`/desk/articles/${article.id}`}>{t("done.open")}</a>
          </Notice>
        </div>
      )}
      <Form
        className={styles.source}
        aria-label={t("title")}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void review(content);
        }}
      >
        <Field
          label={t("paste")}
          hint={name === "" ? t("hint") : t("file.chosen", { name })}
          errors={contentErrors}
        >
          {(control) => (
            <textarea
              {...control}
              value={name === "" ? content : ""}
              rows={6}
              spellCheck={false}
              onChange={(event) =>
                draft.change({ content: event.target.value, name: "", choices: NO_CHOICES })
              }
            />
          )}
        </Field>
        <div className={styles.actions}>
          <Button type="submit" look={reviewed ? "plain" : "primary"} pending={pending === "reading"}>
            {t("review")}
          </Button>
          <label>
            {t("file")}{" "}
            <input
              type="file"
              disabled={!isReady}
              accept=".json,.jsonld,.csv,.tsv,.txt"
              onChange={(event) => {
                const file = event.target.files?.[0];
                void choose(file);
                // So that choosing the same file again is a change too.
                event.target.value = "";
              }}
            />
          </label>
          <a href={`/desk/articles/${article.id}`}>{t("cancel")}</a>
        </div>
      </Form>
      {reviewed && (
        <div ref={next} tabIndex={-1}>
          <ClaimReview
            preview={reviewed}
            text={text}
            ratings={ratings}
            choices={choices}
            pending={pending === "importing"}
            onChange={(change) => draft.change({ choices: { ...choices, ...change } })}
            onImport={run}
          />
        </div>
      )}
    </div>
  );
}
