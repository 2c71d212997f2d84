"use client";

import { useEffect, useRef, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { deskRead } from "@/components/reads/read-desk";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Rating } from "@/lib/ratings/rating";
import type { PreviewWordFile, WordActions, WordFilePreview } from "./claim-import-types";
import styles from "./claim-imports.module.css";
import { WordChangeRow } from "./word-change-row";
import { WordCommentRow } from "./word-comment-row";

const readPreview: PreviewWordFile = deskRead("word-file");

/** In bytes: in base64, a third more. */
const MAX_FILE_SIZE = 5_000_000;

/** What a person chose in a file, with the file in base64: both are there again after a reload. Rows that are not there any more do nothing. */
const EMPTY = {
  file: "",
  left: [] as readonly number[],
  verdicts: [] as readonly number[],
  accepted: [] as readonly number[],
};

const isChoice = ({ left, verdicts, accepted }: typeof EMPTY) =>
  [...left, ...verdicts, ...accepted].every(Number.isInteger);

/** What was done with a file, as a sentence, and what was left. */
interface Outcome {
  done: string;
  left: string[];
}

/**
 * Imports what people wrote into a Word file of the article, after a review: their comments, the verdicts that these suggest, and their changes
 * of the text, which become its next version.
 */
export function WordImport({
  articleId,
  ratings,
  actions,
  preview = readPreview,
}: {
  articleId: string;
  ratings: readonly Pick<Rating, "key" | "label">[];
  actions: WordActions;
  preview?: PreviewWordFile;
}) {
  const t = useWords("claimImports");
  const isReady = useHydrated();
  const [read, setRead] = useState<(WordFilePreview & { file: string }) | null>(null);
  const draft = useFormDraft(`word-import:${articleId}`, EMPTY, {
    accepts: isChoice,
    onRestore: ({ file }) => void restore(file),
  });
  const { left, verdicts, accepted } = draft.value;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const next = useRef<HTMLDivElement>(null);
  /** Whether what comes next was asked for here, and not restored. */
  const isAsked = useRef(false);
  useEffect(() => {
    if ((read || outcome) && isAsked.current) next.current?.focus();
  }, [read, outcome]);

  async function choose(file: File | undefined) {
    if (!file) return;
    setOutcome(null);
    setRead(null);
    isAsked.current = true;
    draft.forget(EMPTY);
    if (file.size > MAX_FILE_SIZE)
      return setFailure({
        kind: "invalid",
        message: t("tooLarge", { name: file.name, limit: MAX_FILE_SIZE / 1e6 }),
      });
    setPending(true);
    const content = base64Of(new Uint8Array(await file.arrayBuffer()));
    draft.change({ file: content });
    const result = await review(content);
    // What can't be read is not kept; after a lost connection, it is read again on a reload.
    if (!result.ok && result.error.kind === "invalid") draft.forget(EMPTY);
    setPending(false);
  }

  /** Shows the review of a restored file; of none, where the draft was discarded. */
  async function restore(file: string) {
    isAsked.current = false;
    setOutcome(null);
    setFailure(null);
    setRead(null);
    if (file === "") return;
    setPending(true);
    await review(file);
    setPending(false);
  }

  /** Stores a choice, with the file that it is about. */
  const tick = (choice: Partial<typeof EMPTY>) =>
    draft.change({ ...choice, ...(read && { file: read.file }) });

  /** Reads a file, or reads it again after a part of it was imported. */
  async function review(file: string) {
    const result = await attempt(() => preview({ articleId, file }));
    setFailure(result.ok ? null : result.error);
    if (result.ok) setRead({ file, ...result.value });
    return result;
  }

  async function run(
    call: (of: { articleId: string; versionId: string; file: string }) => Promise<Outcome | Failure>,
  ) {
    if (!read) return;
    const { versionId, file } = read;
    isAsked.current = true;
    setPending(true);
    const result = await call({ articleId, versionId, file });
    if ("kind" in result) setFailure(result);
    else {
      setOutcome(result);
      await review(file);
    }
    setPending(false);
  }

  /** Without further ticks, nothing is left to be restored. */
  function settle(rest: typeof EMPTY) {
    if (rest.verdicts.length + rest.accepted.length > 0) draft.change(rest);
    else draft.forget({ ...rest, file: "" });
  }

  const importComments = (rows: number[]) =>
    run(async (file) => {
      const result = await attempt(() => actions.importComments({ ...file, rows, verdicts: [...verdicts] }));
      if (!result.ok) return result.error;
      const { imported, verdicts: given } = result.value;
      settle({ ...draft.value, verdicts: [] });
      const done = [
        t("word.done", { imported }),
        ...(given.set > 0 ? [t("word.verdictsDone", { count: given.set })] : []),
      ];
      return {
        done: done.join(" "),
        left: given.left.map(({ number, message }) => t("word.verdictLeft", { number, message })),
      };
    });

  const acceptChanges = () =>
    run(async (file) => {
      const result = await attempt(() => actions.acceptWordChanges({ ...file, rows: [...accepted] }));
      if (!result.ok) return result.error;
      settle({ ...draft.value, accepted: [] });
      const { number } = result.value.version;
      return { done: t("word.changesDone", { count: accepted.length, version: number }), left: [] };
    });

  const comments = read?.comments ?? [];
  const changes = read?.changes ?? [];
  const chosen = comments.filter(({ known, row }) => !known && !left.includes(row));
  return (
    <section
      className={`${styles.review} ${styles.comments}`}
      aria-labelledby="word-comments"
      aria-busy={pending}
    >
      <h2 id="word-comments">{t("word.title")}</h2>
      <p className={styles.summary}>{t("word.hint")}</p>
      <label>
        {t("word.file")}{" "}
        <input
          type="file"
          disabled={!isReady}
          accept=".docx"
          onChange={(event) => {
            const file = event.target.files?.[0];
            void choose(file);
            event.target.value = "";
          }}
        />
      </label>
      <RestoredNotice restored={draft.restored} />
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <div ref={next} tabIndex={-1} className={styles.review}>
        {outcome && (
          <Notice tone="success">
            {outcome.done} <a href={`/desk/articles/${articleId}`}>{t("done.open")}</a>
            {outcome.left.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </Notice>
        )}
        {comments.length > 0 && (
          <>
            <h3>{t("word.comments", { count: comments.length })}</h3>
            <ol className={styles.rows}>
              {comments.map((comment) => (
                <WordCommentRow
                  key={comment.row}
                  comment={comment}
                  rating={ratings.find(({ key }) => key === comment.suggests)?.label ?? null}
                  isChosen={!comment.known && !left.includes(comment.row)}
                  onToggle={() => tick({ left: toggled(left, comment.row) })}
                  isVerdict={verdicts.includes(comment.row)}
                  onVerdict={() => tick({ verdicts: toggled(verdicts, comment.row) })}
                />
              ))}
            </ol>
            <Button
              look="primary"
              pending={pending}
              disabled={chosen.length + verdicts.length === 0}
              onClick={() => importComments(chosen.map(({ row }) => row))}
            >
              {verdicts.length === 0
                ? t("word.run", { count: chosen.length })
                : t("word.runWithVerdicts", { count: chosen.length, verdicts: verdicts.length })}
            </Button>
          </>
        )}
        {changes.length > 0 && (
          <>
            <h3>{t("word.changes", { count: changes.length })}</h3>
            <p className={styles.summary}>{t("word.changesHint")}</p>
            <ol className={styles.rows}>
              {changes.map((change) => (
                <WordChangeRow
                  key={change.row}
                  change={change}
                  isAccepted={accepted.includes(change.row)}
                  onToggle={() => tick({ accepted: toggled(accepted, change.row) })}
                />
              ))}
            </ol>
            <Button look="primary" pending={pending} disabled={accepted.length === 0} onClick={acceptChanges}>
              {t("word.accept", { count: accepted.length })}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

const toggled = (rows: readonly number[], row: number) =>
  rows.includes(row) ? rows.filter((each) => each !== row) : [...rows, row];

/** Bytes in base64. */
function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
