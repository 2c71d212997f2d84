import { useEffect, useRef, useState } from "react";
import type { Thread } from "@/lib/comments/comment";
import { type ThreadNews, threadNews } from "@/lib/comments/thread-news";

/** Milliseconds without more news after which it is announced, and those after which it is announced in any case. */
const REST_MS = 1000;
const MAX_WAIT_MS = 5000;

/** What others did last in the comments: one thing, or how many things in one go. */
export interface CommentNews {
  /** Differs from one announcement to the next. */
  number: number;
  items: readonly ThreadNews[];
}

/**
 * What other people did in the threads, to be announced: a burst of changes is one announcement.
 * @param actorId the person on this page
 * @returns the last news; null before the first
 */
export function useCommentNews(threads: readonly Thread[], actorId: string): CommentNews | null {
  const [news, setNews] = useState<CommentNews | null>(null);
  const seen = useRef(threads);
  const gathered = useRef<{ items: ThreadNews[]; since: number }>({ items: [], since: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const items = threadNews(seen.current, threads, actorId);
    seen.current = threads;
    if (items.length === 0) return;
    const now = Date.now();
    const { current } = gathered;
    if (current.items.length === 0) current.since = now;
    current.items.push(...items);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        const all = current.items;
        gathered.current = { items: [], since: 0 };
        setNews((before) => ({ number: (before?.number ?? 0) + 1, items: all }));
      },
      Math.min(REST_MS, Math.max(0, current.since + MAX_WAIT_MS - now)),
    );
  }, [threads, actorId]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return news;
}
