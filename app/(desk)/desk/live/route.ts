import { AsyncLocalStorage } from "node:async_hooks";
import { actorForAction } from "@/lib/auth/find-actor";
import { EVENT_STREAM_HEADERS, eventStreamMessage, HEARTBEAT, lastEventId } from "@/lib/live/event-stream";
import type { Actor } from "@/lib/policies/actor";
import { mayWatch, type Told, watchChanges } from "@/lib/workflows/watch-changes";
import { hasAllStreams, noteStream } from "./open-streams";

/** Milliseconds between two signs of life; at each it is asked again whether the stream may go on. */
const HEARTBEAT_EVERY = 15_000;

/**
 * Server-sent events of what happens on the desk, or with `?article=` to one article: `change` (ids only), `presence`, `caught-up` and
 * `reset`. `Last-Event-ID`, or `?since=`, brings first what was missed. It ends with the session.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const articleId = query.get("article");
  const actor = await actorForAction();
  if (!actor.ok) return new Response(actor.error.message, { status: 401 });
  const allowed = await mayWatch(actor.value, articleId);
  if (!allowed.ok)
    return new Response(allowed.error.message, { status: allowed.error.kind === "forbidden" ? 403 : 404 });
  if (hasAllStreams(actor.value.id))
    return new Response("Too many pages listen at once. Close some.", {
      status: 429,
      headers: { "retry-after": "10" },
    });
  const since = lastEventId(request.headers.get("last-event-id") ?? query.get("since"));
  return new Response(streamOf(actor.value, { articleId, since }, request.signal), {
    headers: EVENT_STREAM_HEADERS,
  });
}

function streamOf(
  actor: Actor,
  what: { articleId: string | null; since: number | null },
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
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
        const now = await inThisRequest(() => actorForAction()).catch(() => null);
        const goesOn = now?.ok && now.value.id === actor.id && (await mayWatch(now.value, what.articleId)).ok;
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

function messageOf(told: Exclude<Told, { kind: "ask-again" }>): Uint8Array {
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
