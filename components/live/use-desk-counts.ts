import { useEffect, useState } from "react";
import { liveConnection } from "./live-connection";

/** What waits for somebody on the desk. */
export interface DeskCounts {
  /** Claims that wait for review. */
  waiting: number;
  /** Notifications that they have not read. */
  unread: number;
}

/** Milliseconds for which changes gather before the counts are asked for, and at least between two askings. */
const GATHER = 300;
const EVERY = 2_000;

/** The counts of the bar, as they change: whatever changes them is told of as a change of an article. */
export function useDeskCounts(initial: DeskCounts): DeskCounts {
  const [counts, setCounts] = useState(initial);
  const { waiting, unread } = initial;
  // A page that was made later knows better.
  useEffect(() => setCounts({ waiting, unread }), [waiting, unread]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    let current = true;
    const ask = async () => {
      last = Date.now();
      const response = await fetch("/desk/counts").catch(() => null);
      timer = undefined;
      // What cannot be asked for now is asked for at the next change, or when the connection is back.
      if (current && response?.ok) setCounts((await response.json()) as DeskCounts);
    };
    const stop = liveConnection.listen(({ kind }) => {
      if (kind !== "presence") timer ??= setTimeout(ask, Math.max(GATHER, last + EVERY - Date.now()));
    });
    return () => {
      current = false;
      clearTimeout(timer);
      stop();
    };
  }, []);
  return counts;
}
