import { useEffect, useRef } from "react";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import { gatherChanges } from "@/lib/live/gather-changes";
import type { LiveEvent } from "@/lib/live/live-event";
import type { Result } from "@/lib/result";
import { changesLists } from "./changes-lists";
import { liveConnection } from "./live-connection";
import type { ChangesView, WantedChanges } from "./live-types";
import { outbox } from "./outbox";
import { ownWrites } from "./own-writes";

/** Milliseconds for which events are gathered before their changes are fetched together. */
const DEBOUNCE_MS = 60;
/** How often that is done again while this page is saving something: for at most three seconds. */
const MAX_WAITS = 50;
/** The most claims requested in one call. */
const MAX_CLAIMS_PER_REQUEST = 500;
/** Milliseconds until a failed request is repeated. */
const RETRY_MS = 3_000;

interface Options<A> {
  articleId: string;
  /** The person at this page. */
  actorId: string;
  /** The newest event when the page was rendered. */
  seq: number;
  /** Receives what changed, and the events that announced it. */
  onChanges: (changes: ChangesView<A>, events: readonly LiveEvent[]) => void;
}

/**
 * Fetches changes to an article as they happen: only the claims that changed, each once however often it changed, and not those that this
 * page changed itself.
 */
export function useArticleChanges<A>({ articleId, actorId, seq, onChanges }: Options<A>): void {
  const latest = useRef(onChanges);
  latest.current = onChanges;

  useEffect(() => {
    let newest = seq;
    let pending: LiveEvent[] = [];
    let isBehind = false;
    let isBusy = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const seen = new Set<number>();

    const apply = (changes: ChangesView<A>, events: readonly LiveEvent[]) => {
      const fresh = events.filter((event) => event.seq > seq && !seen.has(event.seq));
      for (const event of events) seen.add(event.seq);
      latest.current(changes, fresh);
    };
    /** @returns whether the request succeeded */
    const catchUp = async (): Promise<boolean> => {
      const result = await attempt(() => load<A>({ articleId, since: newest }));
      if (ended || !result.ok) return false;
      isBehind = false;
      newest = Math.max(newest, result.value.seq ?? 0);
      apply(result.value, result.value.events);
      return true;
    };
    /** @returns whether the requests succeeded */
    const fetchPending = async (): Promise<boolean> => {
      const gathered = pending;
      pending = [];
      const events = gathered.filter((event) => !ownWrites.take(event, actorId));
      const { claimIds, actorIds } = gatherChanges(events);
      // Without claims, there is still the article.
      const end = events.length === 0 ? 0 : Math.max(1, claimIds.length);
      for (let from = 0; from < end; from += MAX_CLAIMS_PER_REQUEST) {
        const result = await attempt(() =>
          load<A>({ articleId, claimIds: claimIds.slice(from, from + MAX_CLAIMS_PER_REQUEST), actorIds }),
        );
        if (ended || !result.ok) {
          // The next catch-up fetches it with everything since.
          isBehind = true;
          return false;
        }
        apply(result.value, from + MAX_CLAIMS_PER_REQUEST >= claimIds.length ? events : []);
      }
      newest = Math.max(newest, ...gathered.map((event) => event.seq));
      return true;
    };
    const run = async () => {
      if (isBusy) return;
      isBusy = true;
      try {
        while (!ended && (pending.length > 0 || isBehind))
          if (!(await (isBehind ? catchUp() : fetchPending()))) {
            // A reconnect ("sync") does not wait for this timer.
            timer = setTimeout(run, RETRY_MS);
            return;
          }
      } finally {
        isBusy = false;
      }
    };
    const schedule = (waits = 0) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // The answer to a write of this page says which of the events is its own.
        const isWriting = outbox.current().state === "sending";
        if (isWriting && waits < MAX_WAITS) schedule(waits + 1);
        else void run();
      }, DEBOUNCE_MS);
    };
    const stop = liveConnection.listen((message) => {
      if (message.kind === "sync") isBehind = true;
      else if (message.kind === "change" && message.event.articleId === articleId && changesLists(message))
        pending.push(message.event);
      else return;
      schedule();
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [articleId, actorId, seq]);
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
