import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CommentDraft } from "@/components/drafts/comment-draft";
import { liveConnection } from "@/components/live/live-connection";
import { outbox, type QueuedWrite } from "@/components/live/outbox";
import { sendQueued } from "@/components/live/send-queued";
import { attempt } from "@/components/ui/attempt";
import type { Comment, Thread } from "@/lib/comments/comment";
import type { CommentTargetInput } from "@/lib/comments/comment-input";
import { toTyped } from "@/lib/comments/mentions";
import type { DeskWrite, WriteResult } from "@/lib/live/desk-write";
import type { CommentActions } from "./comment-types";

/** Milliseconds for which what others write gathers before it is fetched. */
const GATHER = 100;

/** The threads of an article on its page, and what one does with them. What fails is told by whoever asked for it. */
export function useThreads(articleId: string, initial: Thread[], actions: CommentActions) {
  const [threads, setThreads] = useState(initial);
  const latest = useRef(actions);
  latest.current = actions;

  /** How often a thread was put in its place here: a list that was read before that is too old. */
  const puts = useRef(0);

  const put = useCallback((thread: Thread) => {
    puts.current += 1;
    const isEmpty = thread.comments.every(({ deletedAt }) => deletedAt !== null);
    setThreads((before) => {
      const known = before.some(({ id }) => id === thread.id);
      const after = known
        ? before.map((each) => (each.id === thread.id ? thread : each))
        : [...before, thread];
      return isEmpty ? after.filter(({ id }) => id !== thread.id) : after;
    });
  }, []);

  const reload = useCallback(async () => {
    for (;;) {
      const before = puts.current;
      const result = await attempt(() => latest.current.listThreads({ articleId }));
      if (!result.ok) return;
      if (puts.current === before) return setThreads(result.value.threads);
    }
  }, [articleId]);
  // Whoever comes back to the page finds what was written meanwhile.
  useEffect(() => {
    const onShow = () => document.visibilityState === "visible" && reload();
    document.addEventListener("visibilitychange", onShow);
    return () => document.removeEventListener("visibilitychange", onShow);
  }, [reload]);

  // What others write shows as they write it; in bursts, once.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = liveConnection.listen((message) => {
      const concerns =
        message.kind === "sync" ||
        (message.kind === "change" &&
          message.event.targetType === "comment" &&
          message.event.articleId === articleId);
      if (concerns) timer ??= setTimeout(() => reload().finally(() => (timer = undefined)), GATHER);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [articleId, reload]);

  const takeWritten = useCallback(
    (written: WriteResult | null) => {
      if (written?.kind === "thread" && written.thread.articleId === articleId) put(written.thread);
    },
    [articleId, put],
  );
  useEffect(() => outbox.onDone(takeWritten), [takeWritten]);
  /** Posts a comment, by way of the outbox. @param typed the comment as it was typed, and what on */
  const post = useCallback(
    async (target: CommentTargetInput, body: string, typed: { subject: string; draft: CommentDraft }) => {
      const write = {
        kind: "comment.create" as const,
        input: { target, body, idempotencyKey: typed.draft.key },
      };
      const label = `Comment: ${typed.draft.text}`;
      const sent = await sendQueued({ articleId, write, label, draft: null, comment: typed });
      if (sent.ok) takeWritten(sent.value.written);
      return sent;
    },
    [articleId, takeWritten],
  );
  /** Sends a change of what is there already, by way of the outbox as well. @param typed what was typed, to be opened again */
  const change = useCallback(
    async (write: DeskWrite, label: string, typed?: QueuedWrite["comment"]) => {
      const sent = await sendQueued({
        articleId,
        write,
        label,
        draft: null,
        ...(typed && { comment: typed }),
      });
      if (sent.ok) takeWritten(sent.value.written);
      else if (sent.error.kind === "stale" && isThread(sent.error.current)) put(sent.error.current);
      return sent;
    },
    [articleId, put, takeWritten],
  );
  const edit = useCallback(
    ({ id: commentId, revision }: Comment, body: string, typed: { subject: string; draft: CommentDraft }) =>
      change(
        { kind: "comment.edit", input: { commentId, revision, body, operationId: crypto.randomUUID() } },
        `Changed comment: ${typed.draft.text}`,
        typed,
      ),
    [change],
  );
  const remove = useCallback(
    ({ mentioned }: Thread, { id: commentId, revision, body }: Comment) =>
      change(
        { kind: "comment.delete", input: { commentId, revision, operationId: crypto.randomUUID() } },
        `Delete a comment: ${toTyped(body, mentioned)}`,
      ),
    [change],
  );
  const resolve = useCallback(
    ({ id: threadId, comments, mentioned }: Thread, resolved: boolean) =>
      change(
        { kind: "thread.resolve", input: { threadId, resolved, operationId: crypto.randomUUID() } },
        `${resolved ? "Resolve" : "Reopen"} the comments that begin: ${toTyped(comments[0]?.body ?? "", mentioned)}`,
      ),
    [change],
  );

  return useMemo(
    () => ({ threads, post, edit, remove, resolve, reload }),
    [threads, post, edit, remove, resolve, reload],
  );
}

function isThread(value: unknown): value is Thread {
  return typeof value === "object" && value !== null && "comments" in value;
}
