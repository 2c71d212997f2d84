import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { liveConnection } from "@/components/live/live-connection";
import type { Comment, Thread } from "@/lib/comments/comment";
import type { CommentTargetInput } from "@/lib/comments/comment-input";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { CommentActions } from "./comment-types";

/** Milliseconds for which what others write gathers before it is fetched. */
const GATHER = 100;

/** The threads of an article on its page, and what one does with them. What fails is told by whoever asked for it. */
export function useThreads(articleId: string, initial: Thread[], actions: CommentActions) {
  const [threads, setThreads] = useState(initial);
  const latest = useRef(actions);
  latest.current = actions;

  const put = useCallback((thread: Thread) => {
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
    const result = await attempt(() => latest.current.listThreads({ articleId }));
    if (result.ok) setThreads(result.value.threads);
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

  const post = useCallback(
    async (target: CommentTargetInput, body: string, idempotencyKey: string) => {
      const result = await attempt(() => latest.current.createComment({ target, body, idempotencyKey }));
      if (result.ok) put(result.value.thread);
      return result;
    },
    [put],
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
