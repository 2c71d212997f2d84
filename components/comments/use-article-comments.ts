import { useCallback, useEffect, useMemo, useState } from "react";
import { type DraftPassage, readDraft } from "@/components/drafts/comment-draft";
import { draftKeyFor } from "@/components/drafts/draft-key";
import { useWords } from "@/components/words/use-words";
import type { Actor } from "@/lib/policies/actor";
import type { DeskComments } from "./comment-types";
import { useCommentNews } from "./use-comment-news";
import { useThreads } from "./use-threads";

/** A passage with comments, as the text shows it. */
export interface CommentedPassage {
  threadId: string;
  start: number;
  end: number;
  label: string;
}

/** The comments of the article page: the threads, the passage that is being commented on, and whether the panel is open. */
export function useArticleComments({
  articleId,
  versionId,
  actor,
  initial,
}: {
  articleId: string;
  versionId: string;
  actor: Actor;
  initial: DeskComments;
}) {
  const t = useWords("comments");
  const threads = useThreads(articleId, initial.threads);
  const news = useCommentNews(threads.threads, actor.id);
  const storageKey = draftKeyFor(actor.id, articleId);
  const [isOpen, setOpen] = useState(initial.openId !== null);
  const [openId, setOpenId] = useState(initial.openId);
  const [passage, setPassage] = useState<DraftPassage | null>(null);
  /** Raised to open the form again with the draft that is stored. */
  const [passageOpening, setPassageOpening] = useState(0);

  // A draft from before a reload. In another version its offsets mean nothing, so it is offered only when a passage is selected again.
  useEffect(() => {
    const stored = readDraft(storageKey, "passage");
    if (stored?.passage?.versionId === versionId && stored.text.trim() !== "") setPassage(stored.passage);
  }, [storageKey, versionId]);

  const all = threads.threads;
  const commented = useMemo(
    () =>
      all.flatMap((thread): CommentedPassage[] =>
        thread.passage && !thread.resolved && thread.passage.outcome !== "orphaned"
          ? [
              {
                threadId: thread.id,
                start: thread.passage.start,
                end: thread.passage.end,
                label: t("passage.by", { name: thread.comments[0]?.author.name }),
              },
            ]
          : [],
      ),
    [all, t],
  );

  /** Starts a comment on a passage. Without a selection, shows all comments. */
  const begin = useCallback(
    (range: { start: number; end: number; exact: string } | null) => {
      if (range) setPassage({ ...range, versionId });
      else setOpen(true);
    },
    [versionId],
  );
  const show = useCallback(
    (threadId: string) => {
      setOpenId(all.find(({ id }) => id === threadId)?.comments[0]?.id ?? null);
      setOpen(true);
    },
    [all],
  );
  const close = useCallback(() => {
    setOpen(false);
    setOpenId(null);
  }, []);
  const reopenPassage = useCallback((discarded: DraftPassage) => {
    setPassage(discarded);
    setPassageOpening((number) => number + 1);
  }, []);
  const dropPassage = useCallback(() => setPassage(null), []);
  const toggle = useCallback(() => (isOpen ? close() : setOpen(true)), [isOpen, close]);

  const openCount = all.filter(({ resolved }) => resolved === null).length;
  const { people } = initial;
  return useMemo(
    () => ({
      ...threads,
      articleId,
      /** The part of the storage key of drafts that names the person and the article: `draftKeyFor`. */
      storageKey,
      actor,
      people,
      /** The comment that is linked to: scrolled to and highlighted. */
      openId,
      /** How many threads are open. */
      openCount,
      /** Whether the panel of all comments is shown. */
      isOpen,
      commented,
      /** What other people did last, to be announced. */
      news,
      /** The passage that is being commented on. */
      passage,
      begin,
      show,
      close,
      toggle,
      dropPassage,
      /** Opens the form on a passage again, after it was cancelled. */
      reopenPassage,
      /** Differs each time the form is opened again. */
      passageOpening,
    }),
    [
      threads,
      articleId,
      storageKey,
      actor,
      people,
      openId,
      openCount,
      isOpen,
      commented,
      news,
      passage,
      begin,
      show,
      close,
      toggle,
      dropPassage,
      reopenPassage,
      passageOpening,
    ],
  );
}
