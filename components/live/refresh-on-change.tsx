"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { changesLists } from "./changes-lists";
import { liveConnection } from "./live-connection";

/** Milliseconds between two refreshes of a list. */
const MIN_INTERVAL_MS = 2_000;

/**
 * Refreshes a page when something on the desk changes: immediately, then every two seconds at most. The scroll position is unchanged.
 * @param articleId only changes of this article matter; without it, all do
 */
export function RefreshOnChange({ articleId }: { articleId?: string }) {
  const router = useRouter();
  useEffect(() => {
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      last = Date.now();
      router.refresh();
    };
    // Also on the first connection: something may have changed since the page was rendered.
    const stop = liveConnection.listen((message) => {
      if (!changesLists(message)) return;
      if (articleId && message.kind === "change" && message.event.articleId !== articleId) return;
      timer ??= setTimeout(refresh, Math.max(80, last + MIN_INTERVAL_MS - Date.now()));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router, articleId]);
  return null;
}
