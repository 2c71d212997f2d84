"use client";

import { useActionState, useEffect, useId, useRef } from "react";
import { browserStorage } from "@/components/storage/browser-storage";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./author-page.module.css";

/** What the server says to an answer that it did not store, with what was typed. */
export interface AnswerRefused {
  message: string;
  text: string;
}

export type SendAnswer = (before: AnswerRefused | null, form: FormData) => Promise<AnswerRefused>;

/**
 * The form for an answer of the author. It works without scripts. With them, what is typed is stored in this browser until it is sent, so
 * that it survives a reload.
 */
export function AuthorAnswerForm({
  outcomeId,
  kind,
  answerKey,
  isRepeat,
  isSent,
  send,
}: {
  outcomeId: string;
  kind: "query" | "change";
  /** Sent with the answer, so that a form that is sent twice counts once. */
  answerKey: string;
  /** Whether there is an answer already. */
  isRepeat: boolean;
  /** Whether the answer was just sent: what is stored of it is not needed any more. */
  isSent: boolean;
  send: SendAnswer;
}) {
  const t = useWords("manuscripts");
  const [refused, action, pending] = useActionState(send, null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const storageKey = `obelus:author-answer:${outcomeId}`;

  useEffect(() => {
    if (isSent) browserStorage.remove(storageKey);
    const stored = browserStorage.get(storageKey);
    if (stored !== null && field.current && field.current.value === "") field.current.value = stored;
  }, [isSent, storageKey]);
  useEffect(() => {
    if (refused) field.current?.focus();
  }, [refused]);

  return (
    <form action={action} className={styles.form}>
      <input type="hidden" name="outcomeId" value={outcomeId} />
      <input type="hidden" name="key" value={answerKey} />
      <label htmlFor={id}>{t(kind === "query" ? "page.answer" : "page.comment")}</label>
      <textarea
        id={id}
        ref={field}
        className="input"
        name="text"
        rows={3}
        maxLength={10_000}
        required={kind === "query"}
        defaultValue={refused?.text ?? ""}
        aria-invalid={refused ? true : undefined}
        aria-describedby={`${id}-message`}
        onChange={(event) => void browserStorage.set(storageKey, event.target.value)}
      />
      <p
        id={`${id}-message`}
        className={refused ? styles.error : styles.hint}
        role={refused ? "alert" : undefined}
      >
        {refused?.message ?? (kind === "change" ? t("page.commentHint") : "")}
      </p>
      <div className={styles.buttons}>
        {kind === "query" ? (
          <Button type="submit" name="decision" value="answer" look="primary" pending={pending}>
            {t(isRepeat ? "page.sendAgain" : "page.send")}
          </Button>
        ) : (
          <>
            <Button type="submit" name="decision" value="agree" look="primary" pending={pending}>
              {t("page.agree")}
            </Button>
            <Button type="submit" name="decision" value="disagree" pending={pending}>
              {t("page.disagree")}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
