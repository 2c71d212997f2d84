import { useCallback, useEffect, useMemo, useState } from "react";
import { type DraftPassage, readDraft } from "@/components/drafts/comment-draft";
import { draftKeyFor } from "@/components/drafts/draft-key";
import type { Actor } from "@/lib/policies/actor";
import type { DeskComments } from "./comment-types";
import { useThreads } from "./use-threads";

/** A passage that is commented on, as the text shows it. */
export interface CommentedPassage {
  threadId: string;
  start: number;
  end: number;
  label: string;
}

/** The comments of the article page: the threads, the passage that one is being written on, and whether their panel is open. */
export function useArticleComments({
  articleId,
  versionId,
  actor,
  given,
}: {
  articleId: string;
  versionId: string;
  actor: Actor;
  given: DeskComments;
}) {
  const threads = useThreads(articleId, given.threads, given.actions);
  const place = draftKeyFor(actor.id, articleId);
  const [isOpen, setOpen] = useState(given.openId !== null);
  const [openId, setOpenId] = useState(given.openId);
  const [passage, setPassage] = useState<DraftPassage | null>(null);

  // What was being written before a reload. In another text it waits until a passage is selected anew.
  useEffect(() => {
    const kept = readDraft(place, "passage");
    if (kept?.passage?.versionId === versionId && kept.text.trim() !== "") setPassage(kept.passage);
  }, [place, versionId]);

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
                label: `Comment by ${thread.comments[0]?.author.name}`,
              },
            ]
          : [],
      ),
    [all],
  );

  /** Begins a comment on a passage, or, where nothing is selected, shows all of them. */
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
  const dropPassage = useCallback(() => setPassage(null), []);
  const toggle = useCallback(() => (isOpen ? close() : setOpen(true)), [isOpen, close]);

  const openCount = all.filter(({ resolved }) => resolved === null).length;
  const { people } = given;
  return useMemo(
    () => ({
      ...threads,
      articleId,
      /** Where what is being typed is kept in this browser. */
      place,
      actor,
      people,
      /** The comment that is pointed at: brought into sight and told apart. */
      openId,
      /** How many threads are open. */
      openCount,
      /** Whether the panel of all comments is shown. */
      isOpen,
      commented,
      /** The passage that a comment is being written on. */
      passage,
      begin,
      show,
      close,
      toggle,
      dropPassage,
    }),
    [
      threads,
      articleId,
      place,
      actor,
      people,
      openId,
      openCount,
      isOpen,
      commented,
      passage,
      begin,
      show,
      close,
      toggle,
      dropPassage,
    ],
  );
}
