"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import record from "@/components/desk/record-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { ReaderMessage } from "@/lib/messages/message";
import type { Result } from "@/lib/result";
import { AnswerForm, type SendAnswer } from "./answer-form";
import styles from "./inbox.module.css";

/** The answers to a message, and the next one: by mail, or elsewhere. */
export function AnswerSection({
  message,
  hasEmail,
  sendsMail,
  canAnswer,
  actions,
}: {
  message: ReaderMessage;
  hasEmail: boolean;
  /** Whether this installation sends mail. */
  sendsMail: boolean;
  canAnswer: boolean;
  actions: { answer: SendAnswer; markAnswered: (input: { id: string }) => Promise<Result<null, Failure>> };
}) {
  const t = useWords("inbox");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, answers, email, state, erasedAt } = message;
  const isThere = erasedAt === null;
  const byMail = sendsMail && email !== null;

  async function mark() {
    setPending(true);
    const result = await attempt(() => actions.markAnswered({ id }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) router.refresh();
  }

  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t(answers.length > 0 ? "answers" : "answer")}</h2>
      {answers.length > 0 && (
        <ul className={styles.answers}>
          {answers.map(({ id: answerId, givenBy, at, text, isMailed }) => (
            <li key={answerId}>
              <p className={record.hint}>
                {t(isMailed ? "answer.mailed" : "answer.marked", { name: givenBy.name })}{" "}
                <RelativeTime at={at} />
              </p>
              {text !== null && (
                <p className={styles.text} dir="auto">
                  {text}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {isThere && !canAnswer && <p className={record.hint}>{t("answer.editors")}</p>}
      {isThere && canAnswer && !hasEmail && <p className={record.hint}>{t("answer.noAddress")}</p>}
      {isThere && canAnswer && hasEmail && !sendsMail && <p className={record.hint}>{t("answer.noMail")}</p>}
      {isThere && canAnswer && byMail && <AnswerForm id={id} email={email} send={actions.answer} />}
      {canAnswer && state !== "answered" && state !== "spam" && (
        <div className={styles.buttons}>
          {failure && <Notice tone="failure">{failure.message}</Notice>}
          <Button look="quiet" pending={pending} onClick={mark}>
            {t("answer.elsewhere")}
          </Button>
        </div>
      )}
    </section>
  );
}
