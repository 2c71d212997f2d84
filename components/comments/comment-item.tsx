"use client";

import { useEffect, useRef, useState } from "react";
import { readDraft } from "@/components/drafts/comment-draft";
import { usePendingWrites } from "@/components/live/use-pending-writes";
import { PersonLabel } from "@/components/people/person-label";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Comment, Thread } from "@/lib/comments/comment";
import { toTyped } from "@/lib/comments/mentions";
import { CommentBody } from "./comment-body";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";

/** One comment of a thread. Its author can edit or delete it. */
export function CommentItem({ thread, comment }: { thread: Thread; comment: Comment }) {
  const { storageKey, actor, people, openId, edit, remove } = useComments();
  const t = useWords("comments");
  const common = useWords("common");
  const [mode, setMode] = useState<"shown" | "editing" | "deleting">("shown");
  /** Raised to open the form again with the draft that is stored. */
  const [opening, setOpening] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const isTarget = openId === comment.id;
  const pendingWrite = usePendingWrites(comment.id);
  // After the first render: an edit that was not sent is still stored in the browser.
  useEffect(() => {
    if (comment.author.id === actor.id && readDraft(storageKey, subjectOf(comment))) setMode("editing");
  }, [storageKey, actor.id, comment]);
  useEffect(() => {
    if (isTarget) item.current?.scrollIntoView({ block: "center" });
  }, [isTarget]);

  async function deleteComment() {
    setPending(true);
    const result = await remove(thread, comment);
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
    setMode("shown");
  }

  if (pendingWrite?.kind === "comment.delete")
    return (
      <li className={styles.comment}>
        <p className={styles.byline}>{t("comment.deleting")}</p>
      </li>
    );
  if (comment.deletedAt)
    return (
      <li className={styles.comment}>
        <p className={styles.byline}>{t("comment.deleted", { name: comment.author.name })}</p>
      </li>
    );
  const body = pendingWrite?.kind === "comment.edit" ? pendingWrite.input.body : comment.body;
  return (
    <li ref={item} className={styles.comment} data-open={isTarget ? "" : undefined}>
      <p className={styles.byline}>
        {rich(t, "comment.byline", {
          person: (
            <strong>
              <PersonLabel person={comment.author} />
            </strong>
          ),
          time: <RelativeTime at={comment.at} />,
          edited: comment.editedAt ? "yes" : "no",
          queued: pendingWrite ? "yes" : "no",
        })}
      </p>
      {mode === "editing" ? (
        <CommentForm
          key={opening}
          storageKey={storageKey}
          subject={subjectOf(comment)}
          label={t("body.label")}
          sendLabel={common("save")}
          people={people}
          initial={{ text: toTyped(body, thread.mentioned), people: thread.mentioned }}
          focused
          send={(text, typed) => edit(comment, text, typed)}
          onDone={() => setMode("shown")}
          onCancel={() => setMode("shown")}
          onReopen={() => {
            setOpening((number) => number + 1);
            setMode("editing");
          }}
        />
      ) : (
        <CommentBody body={body} people={thread.mentioned} actorId={actor.id} />
      )}
      {failure && <p role="alert">{failure}</p>}
      {comment.author.id === actor.id && mode === "shown" && (
        <p className={styles.tools}>
          <button type="button" onClick={() => setMode("editing")}>
            {common("edit")}
          </button>
          <button type="button" onClick={() => setMode("deleting")}>
            {common("delete")}
          </button>
        </p>
      )}
      {mode === "deleting" && (
        <p className={styles.buttons}>
          <Button look="danger" pending={pending} onClick={deleteComment}>
            {t("comment.delete")}
          </Button>
          <Button look="quiet" onClick={() => setMode("shown")}>
            {common("cancel")}
          </Button>
        </p>
      )}
    </li>
  );
}

/** The key of the stored draft of an edit. */
function subjectOf({ id }: Comment): string {
  return `edit:${id}`;
}
