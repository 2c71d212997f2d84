import { useEffect, useState } from "react";
import { changesLists } from "./changes-lists";
import { liveConnection } from "./live-connection";

/** What needs the attention of the person signed in. */
export interface DeskCounts {
  /** Claims awaiting their review. */
  waiting: number;
  /** Unread notifications. */
  unread: number;
  /** Their claims and articles to look at again, to one more than `COUNT_LIMIT`. */
  watching: number;
  /** New messages of readers, to one more than `COUNT_LIMIT`; 0 for guests. */
  messages: number;
}

/** Milliseconds for which changes are gathered before the counts are requested. */
const DEBOUNCE_MS = 300;
/** Milliseconds between two requests, at least. */
const MIN_INTERVAL_MS = 2_000;

/** The counts in the header, as they change: everything that changes them also sends a change event of an article. */
export function useDeskCounts(initial: DeskCounts): DeskCounts {
  const [counts, setCounts] = useState(initial);
  const { waiting, unread, watching, messages } = initial;
  // A page that was rendered later has newer counts.
  useEffect(() => setCounts({ waiting, unread, watching, messages }), [waiting, unread, watching, messages]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    let current = true;
    const request = async () => {
      last = Date.now();
      const response = await fetch("/desk/counts").catch(() => null);
      timer = undefined;
      // A failed request is repeated at the next change, or when the connection is back.
      if (current && response?.ok) setCounts((await response.json()) as DeskCounts);
    };
    const stop = liveConnection.listen((message) => {
      if (changesLists(message))
        timer ??= setTimeout(request, Math.max(DEBOUNCE_MS, last + MIN_INTERVAL_MS - Date.now()));
    });
    return () => {
      current = false;
      clearTimeout(timer);
      stop();
    };
  }, []);
  return counts;
}
