"use client";

import { useEffect, useRef, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { deskRead } from "@/components/reads/read-desk";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";
import type { PlannedComment } from "@/lib/claim-imports/plan-comment-import";
import type { Failure } from "@/lib/failure";
import type { Rating } from "@/lib/ratings/rating";
import type { ImportComments, PreviewCommentImport } from "./claim-import-types";
import styles from "./claim-imports.module.css";

const readPreview: PreviewCommentImport = deskRead("comment-import");

/** In bytes: in base64, a third more. */
const MAX_FILE_SIZE = 5_000_000;

/** Imports the comments of a Word file, such as a report that was sent out, after a review. */
export function CommentImport({
  articleId,
  ratings,
  importComments,
  preview = readPreview,
}: {
  articleId: string;
  ratings: readonly Pick<Rating, "key" | "label">[];
  importComments: ImportComments;
  preview?: PreviewCommentImport;
}) {
  const t = useWords("claimImports");
  const isReady = useHydrated();
  const [read, setRead] = useState<{ file: string; versionId: string; comments: PlannedComment[] } | null>(
    null,
  );
  const [left, setLeft] = useState<readonly number[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState<{ imported: number; known: number } | null>(null);
  const next = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (read || done) next.current?.focus();
  }, [read, done]);

  async function choose(file: File | undefined) {
    if (!file) return;
    setDone(null);
    setRead(null);
    setLeft([]);
    if (file.size > MAX_FILE_SIZE)
      return setFailure({
        kind: "invalid",
        message: t("tooLarge", { name: file.name, limit: MAX_FILE_SIZE / 1e6 }),
      });
    setPending(true);
    const base64 = base64Of(new Uint8Array(await file.arrayBuffer()));
    const result = await attempt(() => preview({ articleId, file: base64 }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) setRead({ file: base64, ...result.value });
  }

  async function run(rows: number[]) {
    if (!read) return;
    setPending(true);
    const result = await attempt(() =>
      importComments({ articleId, versionId: read.versionId, file: read.file, rows }),
    );
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setDone(result.value);
    setRead(null);
  }

  const chosen = read?.comments.filter(({ known, row }) => !known && !left.includes(row)) ?? [];
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
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      {done && (
        <div ref={next} tabIndex={-1}>
          <Notice tone="success">
            {t("word.done", { imported: done.imported })}{" "}
            <a href={`/desk/articles/${articleId}`}>{t("done.open")}</a>
          </Notice>
        </div>
      )}
      {read && (
        <div ref={next} tabIndex={-1} className={styles.review}>
          <ol className={styles.rows}>
            {read.comments.map((comment) => (
              <ReadComment
                key={comment.row}
                comment={comment}
                rating={ratings.find(({ key }) => key === comment.suggests)?.label ?? null}
                isChosen={!comment.known && !left.includes(comment.row)}
                onToggle={() =>
                  setLeft(
                    left.includes(comment.row)
                      ? left.filter((row) => row !== comment.row)
                      : [...left, comment.row],
                  )
                }
              />
            ))}
          </ol>
          <Button
            look="primary"
            pending={pending}
            disabled={chosen.length === 0}
            onClick={() => run(chosen.map(({ row }) => row))}
          >
            {t("word.run", { count: chosen.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

function ReadComment({
  comment: { author, at, text, target, known, thread, row },
  rating,
  isChosen,
  onToggle,
}: {
  comment: PlannedComment;
  rating: string | null;
  isChosen: boolean;
  onToggle: () => void;
}) {
  const t = useWords("claimImports");
  const dates = useDates();
  const day = at !== null && /^\d{4}-\d{2}-\d{2}/.test(at) ? dates.date(at.slice(0, 10)) : null;
  const about =
    target.on === "claim"
      ? t("word.onClaim", { number: target.number })
      : target.on === "passage"
        ? t("word.onPassage", { quote: target.exact })
        : t("word.onArticle");
  return (
    <li>
      <label className={styles.statement}>
        <input type="checkbox" checked={isChosen} disabled={known} onChange={onToggle} />
        <span dir="auto">{text}</span>
      </label>
      <div className={styles.below}>
        <p className={styles.facts} dir="auto">
          {[author || t("word.unnamed"), day, about, thread !== row && t("word.reply")]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {rating !== null && <p>{t("word.suggests", { rating })}</p>}
        {known && <p>{t("word.known")}</p>}
      </div>
    </li>
  );
}

/** Bytes in base64. */
function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
