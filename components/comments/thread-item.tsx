"use client";

import { type ReactNode, useState } from "react";
import { usePendingWrites } from "@/components/live/use-pending-writes";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Thread } from "@/lib/comments/comment";
import { can } from "@/lib/policies/can";
import { CommentForm } from "./comment-form";
import { CommentItem } from "./comment-item";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";

/** A thread: what it is on, what was said, and what one can say or do. */
export function ThreadItem({ thread, where }: { thread: Thread; where?: ReactNode }) {
  const { articleId, place, actor, people, post, resolve } = useComments();
  const waiting = usePendingWrites(thread.id);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function settle() {
    setPending(true);
    const result = await resolve(thread, thread.resolved === null);
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
  }

  return (
    <li className={styles.thread} data-resolved={thread.resolved ? "" : undefined} data-thread={thread.id}>
      {where}
      <ol className={styles.comments}>
        {thread.comments.map((comment) => (
          <CommentItem key={comment.id} thread={thread} comment={comment} />
        ))}
      </ol>
      {thread.resolved && (
        <p className={styles.byline}>
          Resolved by {thread.resolved.by.name} <RelativeTime at={thread.resolved.at} />
        </p>
      )}
      {waiting?.kind === "thread.resolve" && (
        <p className={styles.byline}>
          {waiting.input.resolved ? "Resolved" : "Reopened"} here: waits to be sent.
        </p>
      )}
      {failure && <p role="alert">{failure}</p>}
      <div className={styles.answer}>
        <CommentForm
          place={place}
          subject={`thread:${thread.id}`}
          label="Reply"
          sendLabel="Send the reply"
          people={people}
          compact
          send={(body, typed) => post({ on: "thread", threadId: thread.id }, body, typed)}
        />
        {can(actor, "resolve", "comment", { articleId, authorId: null }).allowed && (
          <Button look="quiet" pending={pending} onClick={settle}>
            {thread.resolved ? "Reopen" : "Resolve"}
          </Button>
        )}
      </div>
    </li>
  );
}
