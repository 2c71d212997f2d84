"use client";

import { useEffect, useState } from "react";
import { readDraft } from "@/components/drafts/comment-draft";
import { countComments } from "@/lib/comments/comment";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";
import { ThreadItem } from "./thread-item";

/** What the desk says of a claim among itself. */
export function ClaimComments({ claimId }: { claimId: string }) {
  const subject = `claim:${claimId}`;
  const { place, threads, people, post } = useComments();
  const own = threads.filter((thread) => thread.claimId === claimId);
  const count = countComments(own);
  // One that was being written before a reload is in sight again.
  const [isBegun, setBegun] = useState(false);
  useEffect(() => setBegun(readDraft(place, subject) !== null), [place, subject]);
  return (
    <details className={styles.claim} open={isBegun || own.some(({ resolved }) => resolved === null)}>
      <summary>
        Comments <span className={styles.count}>{count}</span>
      </summary>
      {count === 0 && (
        <p className={styles.hint}>
          For the desk only: a question to the author, a doubt, a place to look. Readers never see it.
        </p>
      )}
      <ul className={styles.threads}>
        {own.map((thread) => (
          <ThreadItem key={thread.id} thread={thread} />
        ))}
      </ul>
      <CommentForm
        place={place}
        subject={subject}
        label={count === 0 ? "Comment on this claim" : "Begin another thread"}
        sendLabel="Send"
        people={people}
        compact
        send={(body, typed) => post({ on: "claim", claimId }, body, typed)}
      />
    </details>
  );
}
