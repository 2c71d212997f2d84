import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CommentDraft } from "@/components/drafts/comment-draft";
import { liveConnection } from "@/components/live/live-connection";
import { outbox } from "@/components/live/outbox";
import type { QueuedWrite } from "@/components/live/queued-write";
import { sendQueued } from "@/components/live/send-queued";
import { type DeskRead, deskRead } from "@/components/reads/read-desk";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import type { Comment, Thread } from "@/lib/comments/comment";
import type { CommentTargetInput } from "@/lib/comments/comment-input";
import { toTyped } from "@/lib/comments/mentions";
import { mergeThread } from "@/lib/comments/merge-thread";
import type { DeskWrite, WriteResult } from "@/lib/live/desk-write";

export type ListThreads = DeskRead<{ articleId: string }, { threads: Thread[] }>;

const listThreads: ListThreads = deskRead("threads");

/** Milliseconds for which changes of others are gathered before they are fetched. */
const DEBOUNCE_MS = 100;

/** The threads of an article on its page, and the changes to them. Each change returns its failure to the caller, which shows it. */
export function useThreads(articleId: string, initial: Thread[]) {
  const t = useWords("comments");
  const [threads, setThreads] = useState(initial);

  /** How often a thread was changed here: a list that was requested before the last change is outdated. */
  const changes = useRef(0);

  const store = useCallback((thread: Thread) => {
    changes.current += 1;
    setThreads((before) => {
      const known = before.find(({ id }) => id === thread.id);
      const merged = known ? mergeThread(known, thread) : thread;
      if (merged.comments.every(({ deletedAt }) => deletedAt !== null))
        return before.filter((each) => each !== known);
      return known ? before.map((each) => (each === known ? merged : each)) : [...before, merged];
    });
  }, []);

  const reload = useCallback(async () => {
    for (;;) {
      const before = changes.current;
      const result = await attempt(() => listThreads({ articleId }));
      if (!result.ok) return;
      if (changes.current === before) return setThreads(result.value.threads);
    }
  }, [articleId]);
  // Comments written while the page was hidden appear when it is shown again.
  useEffect(() => {
    const onShow = () => document.visibilityState === "visible" && reload();
    document.addEventListener("visibilitychange", onShow);
    return () => document.removeEventListener("visibilitychange", onShow);
  }, [reload]);

  // Comments of others appear as they are written; a burst of them is fetched once.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = liveConnection.listen((message) => {
      const concerns =
        message.kind === "sync" ||
        (message.kind === "change" &&
          message.event.targetType === "comment" &&
          message.event.articleId === articleId);
      if (concerns) timer ??= setTimeout(() => reload().finally(() => (timer = undefined)), DEBOUNCE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [articleId, reload]);

  const applyResult = useCallback(
    (written: WriteResult | null) => {
      if (written?.kind === "thread" && written.thread.articleId === articleId) store(written.thread);
    },
    [articleId, store],
  );
  useEffect(() => outbox.onDone(applyResult), [applyResult]);
  /** Posts a comment through the outbox. @param typed the comment as typed, and what it is on */
  const post = useCallback(
    async (target: CommentTargetInput, body: string, typed: { subject: string; draft: CommentDraft }) => {
      const write = {
        kind: "comment.create" as const,
        input: { target, body, idempotencyKey: typed.draft.key },
      };
      const label = t("queue.create", { text: typed.draft.text });
      const sent = await sendQueued({ articleId, write, label, draft: null, comment: typed });
      if (sent.ok) applyResult(sent.value.written);
      return sent;
    },
    [articleId, applyResult, t],
  );
  /** Sends a change to a comment or thread through the outbox. @param typed what was typed, so that it can be opened again */
  const change = useCallback(
    async (write: DeskWrite, label: string, typed?: QueuedWrite["comment"]) => {
      const sent = await sendQueued({
        articleId,
        write,
        label,
        draft: null,
        ...(typed && { comment: typed }),
      });
      if (sent.ok) applyResult(sent.value.written);
      else if (sent.error.kind === "stale" && isThread(sent.error.current)) store(sent.error.current);
      return sent;
    },
    [articleId, store, applyResult],
  );
  const edit = useCallback(
    ({ id: commentId, revision }: Comment, body: string, typed: { subject: string; draft: CommentDraft }) =>
      change(
        { kind: "comment.edit", input: { commentId, revision, body, operationId: crypto.randomUUID() } },
        t("queue.change", { text: typed.draft.text }),
        typed,
      ),
    [change, t],
  );
  const remove = useCallback(
    ({ mentioned }: Thread, { id: commentId, revision, body }: Comment) =>
      change(
        { kind: "comment.delete", input: { commentId, revision, operationId: crypto.randomUUID() } },
        t("queue.delete", { text: toTyped(body, mentioned) }),
      ),
    [change, t],
  );
  const resolve = useCallback(
    ({ id: threadId, comments, mentioned }: Thread, resolved: boolean) =>
      change(
        { kind: "thread.resolve", input: { threadId, resolved, operationId: crypto.randomUUID() } },
        t(resolved ? "queue.resolve" : "queue.reopen", { text: toTyped(comments[0]?.body ?? "", mentioned) }),
      ),
    [change, t],
  );

  return useMemo(
    () => ({ threads, post, edit, remove, resolve, reload }),
    [threads, post, edit, remove, resolve, reload],
  );
}

function isThread(value: unknown): value is Thread {
  return typeof value === "object" && value !== null && "comments" in value;
}
