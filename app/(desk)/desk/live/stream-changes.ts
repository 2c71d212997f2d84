import { AsyncLocalStorage } from "node:async_hooks";
import { eventStreamMessage, HEARTBEAT } from "@/lib/live/event-stream";
import type { Actor } from "@/lib/policies/actor";
import { type ChangeMessage, canSubscribe, watchChanges } from "@/lib/workflows/live/watch-changes";
import { registerStream } from "./open-streams";

/** Milliseconds between two heartbeats. At each, access is checked again. */
const HEARTBEAT_INTERVAL_MS = 15_000;

/** What a stream covers, and for whom. */
export interface StreamedChanges {
  actor: Actor;
  /** null for all articles. */
  articleId: string | null;
  /** The last event that the client received; null starts with new events. */
  since: number | null;
  /** Who the same credentials belong to now; null once they are no longer valid. */
  actorNow: () => Promise<Actor | null>;
  signal: AbortSignal;
}

/** Server-sent events of what happens to one article or all of them, until the client disconnects or loses access. */
export function streamChanges({
  actor,
  actorNow,
  signal,
  ...subscription
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
        unregister();
        try {
          controller.close();
        } catch {
          // The client has disconnected: the stream is already closed.
        }
      };
      // Notifications from Postgres arrive outside this request's async context, but the actor must be read inside it.
      const inThisRequest = AsyncLocalStorage.snapshot();
      const checkAccess = async () => {
        const now = await inThisRequest(actorNow).catch(() => null);
        const isAllowed = now?.id === actor.id && (await canSubscribe(now, subscription.articleId)).ok;
        if (!isAllowed) end();
      };
      const unregister = registerStream(actor.id, () => end());
      const heartbeat = setInterval(() => {
        send(HEARTBEAT);
        void checkAccess();
      }, HEARTBEAT_INTERVAL_MS);
      signal.addEventListener("abort", end);
      try {
        const stop = await watchChanges(actor, subscription, (message) => {
          if (message.kind === "ask-again") void checkAccess();
          else send(messageOf(message));
        });
        if (ended) stop();
        else stopWatching = stop;
      } catch (cause) {
        console.warn("a live stream could not start:", cause);
        end();
      }
    },
    cancel: () => end(),
  });
}

function messageOf(message: Exclude<ChangeMessage, { kind: "ask-again" }>): Uint8Array {
  switch (message.kind) {
    case "change":
      return eventStreamMessage({ event: "change", id: message.event.seq, data: message.event });
    case "presence":
      return eventStreamMessage({ event: "presence", data: { articleId: message.articleId } });
    case "caught-up":
    case "reset":
      return eventStreamMessage({ event: message.kind, id: message.seq, data: { seq: message.seq } });
  }
}
