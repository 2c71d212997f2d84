"use client";

import { useEffect, useState } from "react";
import { readDraft } from "@/components/drafts/comment-draft";
import { useWords } from "@/components/words/use-words";
import { countComments } from "@/lib/comments/comment";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";
import { ThreadItem } from "./thread-item";

/** The internal comments on a claim. */
export function ClaimComments({ claimId }: { claimId: string }) {
  const t = useWords("comments");
  const subject = `claim:${claimId}`;
  const { storageKey, threads, people, post } = useComments();
  const own = threads.filter((thread) => thread.claimId === claimId);
  const count = countComments(own);
  // A draft from before a reload is shown again.
  const [hasDraft, setHasDraft] = useState(false);
  useEffect(() => setHasDraft(readDraft(storageKey, subject) !== null), [storageKey, subject]);
  return (
    <details className={styles.claim} open={hasDraft || own.some(({ resolved }) => resolved === null)}>
      <summary>
        {t("title")} <span className={styles.count}>{count}</span>
      </summary>
      {count === 0 && <p className={styles.hint}>{t("claim.empty")}</p>}
      <ul className={styles.threads}>
        {own.map((thread) => (
          <ThreadItem key={thread.id} thread={thread} />
        ))}
      </ul>
      <CommentForm
        storageKey={storageKey}
        subject={subject}
        label={t(count === 0 ? "claim.first" : "claim.another")}
        sendLabel={t("send")}
        people={people}
        compact
        send={(body, typed) => post({ on: "claim", claimId }, body, typed)}
      />
    </details>
  );
}
