"use client";

import { type ReactNode, useState } from "react";
import { usePendingWrites } from "@/components/live/use-pending-writes";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Thread } from "@/lib/comments/comment";
import { can } from "@/lib/policies/can";
import { CommentForm } from "./comment-form";
import { CommentItem } from "./comment-item";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";

/** A thread: what it is on, its comments, and the form for a reply. */
export function ThreadItem({ thread, subject }: { thread: Thread; subject?: ReactNode }) {
  const t = useWords("comments");
  const { articleId, storageKey, actor, people, post, resolve } = useComments();
  const pendingWrite = usePendingWrites(thread.id);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function toggleResolved() {
    setPending(true);
    const result = await resolve(thread, thread.resolved === null);
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
  }

  return (
    <li className={styles.thread} data-resolved={thread.resolved ? "" : undefined} data-thread={thread.id}>
      {subject}
      <ol className={styles.comments}>
        {thread.comments.map((comment) => (
          <CommentItem key={comment.id} thread={thread} comment={comment} />
        ))}
      </ol>
      {thread.resolved && (
        <p className={styles.byline}>
          {rich(t, "thread.resolved", {
            name: thread.resolved.by.name,
            time: <RelativeTime at={thread.resolved.at} />,
          })}
        </p>
      )}
      {pendingWrite?.kind === "thread.resolve" && (
        <p className={styles.byline}>
          {t(pendingWrite.input.resolved ? "thread.resolved.queued" : "thread.reopened.queued")}
        </p>
      )}
      {failure && <p role="alert">{failure}</p>}
      <div className={styles.answer}>
        <CommentForm
          storageKey={storageKey}
          subject={`thread:${thread.id}`}
          label={t("thread.reply")}
          sendLabel={t("thread.reply.send")}
          people={people}
          compact
          send={(body, typed) => post({ on: "thread", threadId: thread.id }, body, typed)}
        />
        {can(actor, "resolve", "comment", { articleId, authorId: null }).allowed && (
          <Button look="quiet" pending={pending} onClick={toggleResolved}>
            {t(thread.resolved ? "thread.reopen" : "thread.resolve")}
          </Button>
        )}
      </div>
    </li>
  );
}
