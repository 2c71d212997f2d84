import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { liveConnection } from "@/components/live/live-connection";
import { outbox } from "@/components/live/outbox";
import { sendKept } from "@/components/live/send-kept";
import type { Comment, Thread } from "@/lib/comments/comment";
import type { CommentTargetInput } from "@/lib/comments/comment-input";
import type { Failure } from "@/lib/failure";
import type { Written } from "@/lib/live/desk-write";
import type { Result } from "@/lib/result";
import type { CommentDraft } from "./comment-draft";
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
  const take = useCallback(
    (result: Result<Thread, Failure>) => {
      if (result.ok) put(result.value);
      else if (result.error.kind === "stale" && isThread(result.error.current)) put(result.error.current);
      return result;
    },
    [put],
  );

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
    (written: Written | null) => {
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
      const sent = await sendKept({ articleId, write, label, draft: null, comment: typed });
      if (sent.ok) takeWritten(sent.value.written);
      return sent;
    },
    [articleId, takeWritten],
  );
  const edit = useCallback(
    async ({ id, revision }: Comment, body: string) =>
      take(await attempt(() => latest.current.editComment({ commentId: id, revision, body }))),
    [take],
  );
  const remove = useCallback(
    async ({ id, revision }: Comment) =>
      take(await attempt(() => latest.current.deleteComment({ commentId: id, revision }))),
    [take],
  );
  const resolve = useCallback(
    async (thread: Thread, resolved: boolean) =>
      take(await attempt(() => latest.current.resolveThread({ threadId: thread.id, resolved }))),
    [take],
  );

  return useMemo(
    () => ({ threads, post, edit, remove, resolve, reload }),
    [threads, post, edit, remove, resolve, reload],
  );
}

function isThread(value: unknown): value is Thread {
  return typeof value === "object" && value !== null && "comments" in value;
}
