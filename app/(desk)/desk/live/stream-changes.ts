import { AsyncLocalStorage } from "node:async_hooks";
import { eventStreamMessage, HEARTBEAT } from "@/lib/live/event-stream";
import type { Actor } from "@/lib/policies/actor";
import { type ChangeMessage, canSubscribe, watchChanges } from "@/lib/workflows/live/watch-changes";
import { noteStream } from "./open-streams";

/** Milliseconds between two signs of life; at each it is asked again whether the stream may go on. */
const HEARTBEAT_EVERY = 15_000;

/** What a stream tells of, to whom. */
export interface StreamedChanges {
  actor: Actor;
  /** All articles where it is null. */
  articleId: string | null;
  /** The last event that was heard of; null begins now. */
  since: number | null;
  /** Who is acting by the same means now; null when they may not any more. */
  actorNow: () => Promise<Actor | null>;
  signal: AbortSignal;
}

/** Server-sent events of what happens to an article, or to all of them, until whoever listens goes, or may not listen any more. */
export function streamChanges({
  actor,
  actorNow,
  signal,
  ...what
}: StreamedChanges): ReadableStream<Uint8Array> {
  let end = () => {};
  return new ReadableStream({
    async start(controller) {
      let stopWatching = () => {};
      let ended = false;
      const send = (bytes: Uint8Array) => {
        if (!ended) controller.enqueue(bytes);
      };
      end = () => {
        if (ended) return;
        ended = true;
        clearInterval(heartbeat);
        stopWatching();
        forget();
        try {
          controller.close();
        } catch {
          // Whoever read it is gone: it is closed already.
        }
      };
      // What is heard from Postgres comes in no request's context, or in another's: who is acting is this one's.
      const inThisRequest = AsyncLocalStorage.snapshot();
      const askAgain = async () => {
        const now = await inThisRequest(actorNow).catch(() => null);
        const goesOn = now?.id === actor.id && (await canSubscribe(now, what.articleId)).ok;
        if (!goesOn) end();
      };
      const forget = noteStream(actor.id, () => end());
      const heartbeat = setInterval(() => {
        send(HEARTBEAT);
        void askAgain();
      }, HEARTBEAT_EVERY);
      signal.addEventListener("abort", end);
      try {
        const stop = await watchChanges(actor, what, (told) => {
          if (told.kind === "ask-again") void askAgain();
          else send(messageOf(told));
        });
        if (ended) stop();
        else stopWatching = stop;
      } catch (cause) {
        console.warn("a live stream could not begin:", cause);
        end();
      }
    },
    cancel: () => end(),
  });
}

function messageOf(told: Exclude<ChangeMessage, { kind: "ask-again" }>): Uint8Array {
  switch (told.kind) {
    case "change":
      return eventStreamMessage({ event: "change", id: told.event.seq, data: told.event });
    case "presence":
      return eventStreamMessage({ event: "presence", data: { articleId: told.articleId } });
    case "caught-up":
    case "reset":
      return eventStreamMessage({ event: told.kind, id: told.seq, data: { seq: told.seq } });
  }
}
