import { hasAllStreams } from "@/app/(desk)/desk/live/open-streams";
import { streamChanges } from "@/app/(desk)/desk/live/stream-changes";
import { endpoint } from "@/lib/api/endpoint";
import { watchEvents } from "@/lib/api/operations/events";
import { resource } from "@/lib/api/resource";
import { EVENT_STREAM_HEADERS, lastEventId } from "@/lib/live/event-stream";
import { err, ok } from "@/lib/result";
import { canSubscribe } from "@/lib/workflows/live/watch-changes";

const watch = endpoint(watchEvents, async ({ actor, actorNow, query, signal, lastEventId: last }) => {
  const articleId = query.article ?? null;
  const allowed = await canSubscribe(actor, articleId);
  if (!allowed.ok) return allowed;
  if (hasAllStreams(actor.id))
    return err({
      problem: "too-many-requests" as const,
      detail: "You have too many open streams. Close some.",
      headers: { "retry-after": "10" },
    });
  const since = lastEventId(last ?? query.since ?? null);
  return ok({
    bytes: streamChanges({ actor, actorNow, articleId, since, signal }),
    headers: EVENT_STREAM_HEADERS,
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(watch);
