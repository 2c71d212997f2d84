import { useEffect, useRef } from "react";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import { gatherChanges } from "@/lib/live/gather-changes";
import type { LiveEvent } from "@/lib/live/live-event";
import type { Result } from "@/lib/result";
import { liveConnection } from "./live-connection";
import type { ChangesView, WantedChanges } from "./live-types";

/** Milliseconds for which events gather before what changed is fetched at once. */
const GATHER = 60;
/** At most so many claims are asked for in one call. */
const AT_ONCE = 500;
/** Milliseconds until what could not be fetched is tried again. */
const RETRY = 3_000;

interface Given<A> {
  articleId: string;
  /** The newest event when the page was made. */
  seq: number;
  /** Takes in what changed, and the events that told of it. */
  onChanges: (changes: ChangesView<A>, events: readonly LiveEvent[]) => void;
}

/** Fetches what others change in an article as they change it: only the claims that changed, and those once however often. */
export function useArticleChanges<A>({ articleId, seq, onChanges }: Given<A>): void {
  const latest = useRef(onChanges);
  latest.current = onChanges;

  useEffect(() => {
    let newest = seq;
    let waiting: LiveEvent[] = [];
    let isBehind = false;
    let isBusy = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const heard = new Set<number>();

    const take = (changes: ChangesView<A>, events: readonly LiveEvent[]) => {
      const fresh = events.filter((event) => event.seq > seq && !heard.has(event.seq));
      for (const event of events) heard.add(event.seq);
      latest.current(changes, fresh);
    };
    /** Both tell whether it could be fetched. */
    const catchUp = async (): Promise<boolean> => {
      const result = await attempt(() => load<A>({ articleId, since: newest }));
      if (ended || !result.ok) return false;
      isBehind = false;
      newest = Math.max(newest, result.value.seq ?? 0);
      take(result.value, result.value.events);
      return true;
    };
    const fetchWaiting = async (): Promise<boolean> => {
      const events = waiting;
      waiting = [];
      const { claimIds, actorIds } = gatherChanges(events);
      for (let from = 0; from === 0 || from < claimIds.length; from += AT_ONCE) {
        const result = await attempt(() =>
          load<A>({ articleId, claimIds: claimIds.slice(from, from + AT_ONCE), actorIds }),
        );
        if (ended || !result.ok) {
          // It is fetched with what happened since.
          isBehind = true;
          return false;
        }
        take(result.value, from + AT_ONCE >= claimIds.length ? events : []);
      }
      newest = Math.max(newest, ...events.map((event) => event.seq));
      return true;
    };
    const run = async () => {
      if (isBusy) return;
      isBusy = true;
      try {
        while (!ended && (waiting.length > 0 || isBehind))
          if (!(await (isBehind ? catchUp() : fetchWaiting()))) {
            // A connection that comes back does not wait for this.
            timer = setTimeout(run, RETRY);
            return;
          }
      } finally {
        isBusy = false;
      }
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(run, GATHER);
    };
    const stop = liveConnection.listen((message) => {
      if (message.kind === "sync") isBehind = true;
      else if (message.kind === "change" && message.event.articleId === articleId)
        waiting.push(message.event);
      else return;
      soon();
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [articleId, seq]);
}

async function load<A>(wanted: WantedChanges): Promise<Result<ChangesView<A>, Failure>> {
  const response = await fetch("/desk/changes", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wanted),
  });
  if (!response.ok) throw new Error(`changes could not be fetched: ${response.status}`);
  return (await response.json()) as Result<ChangesView<A>, Failure>;
}
