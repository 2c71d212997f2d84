"use client";

import { useEffect, useRef, useState } from "react";
import { readDraft } from "@/components/drafts/comment-draft";
import { usePendingWrites } from "@/components/live/use-pending-writes";
import { PersonLabel } from "@/components/people/person-label";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Comment, Thread } from "@/lib/comments/comment";
import { toTyped } from "@/lib/comments/mentions";
import { CommentBody } from "./comment-body";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";

/** One comment of a thread. Who wrote it may change it or take it away. */
export function CommentItem({ thread, comment }: { thread: Thread; comment: Comment }) {
  const { place, actor, people, openId, edit, remove } = useComments();
  const [mode, setMode] = useState<"shown" | "edited" | "asked">("shown");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const pointedAt = openId === comment.id;
  const waiting = usePendingWrites(comment.id);
  // Once the page is there: words that were being put into it when it was left are still in the browser.
  useEffect(() => {
    if (comment.author.id === actor.id && readDraft(place, subjectOf(comment))) setMode("edited");
  }, [place, actor.id, comment]);
  useEffect(() => {
    if (pointedAt) item.current?.scrollIntoView({ block: "center" });
  }, [pointedAt]);

  async function take() {
    setPending(true);
    const result = await remove(thread, comment);
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
    setMode("shown");
  }

  if (waiting?.kind === "comment.delete")
    return (
      <li className={styles.comment}>
        <p className={styles.byline}>Your comment is deleted when the server is back.</p>
      </li>
    );
  if (comment.deletedAt)
    return (
      <li className={styles.comment}>
        <p className={styles.byline}>{comment.author.name} took a comment away.</p>
      </li>
    );
  const body = waiting?.kind === "comment.edit" ? waiting.input.body : comment.body;
  return (
    <li ref={item} className={styles.comment} data-open={pointedAt ? "" : undefined}>
      <p className={styles.byline}>
        <strong>
          <PersonLabel person={comment.author} />
        </strong>{" "}
        <RelativeTime at={comment.at} />
        {comment.editedAt && ", edited"}
        {waiting && ", changed here: waits to be sent"}
      </p>
      {mode === "edited" ? (
        <CommentForm
          place={place}
          subject={subjectOf(comment)}
          label="Your comment"
          sendLabel="Save"
          people={people}
          initial={{ text: toTyped(body, thread.mentioned), people: thread.mentioned }}
          focused
          send={(words, typed) => edit(comment, words, typed)}
          onDone={() => setMode("shown")}
          onCancel={() => setMode("shown")}
        />
      ) : (
        <CommentBody body={body} people={thread.mentioned} actorId={actor.id} />
      )}
      {failure && <p role="alert">{failure}</p>}
      {comment.author.id === actor.id && mode === "shown" && (
        <p className={styles.tools}>
          <button type="button" onClick={() => setMode("edited")}>
            Edit
          </button>
          <button type="button" onClick={() => setMode("asked")}>
            Delete
          </button>
        </p>
      )}
      {mode === "asked" && (
        <p className={styles.buttons}>
          <Button look="danger" pending={pending} onClick={take}>
            Delete this comment
          </Button>
          <Button look="quiet" onClick={() => setMode("shown")}>
            Keep it
          </Button>
        </p>
      )}
    </li>
  );
}

/** What a change of a comment is kept under while it is typed. */
function subjectOf({ id }: Comment): string {
  return `edit:${id}`;
}
