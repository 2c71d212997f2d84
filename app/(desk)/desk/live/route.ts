import { actorForAction, findSession } from "@/lib/auth/find-actor";
import { EVENT_STREAM_HEADERS, lastEventId } from "@/lib/live/event-stream";
import { words } from "@/lib/words/words";
import { canSubscribe } from "@/lib/workflows/live/watch-changes";
import { hasAllStreams } from "./open-streams";
import { streamChanges } from "./stream-changes";

/**
 * Server-sent events of what happens on the desk, or to one article (`?article=`): `change` (ids only), `presence`, `caught-up` and
 * `reset`. With `Last-Event-ID` or `?since=`, missed events come first. The stream ends with the session.
 */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const actor = await actorForAction();
  if (!actor.ok) {
    // 403 means that a guest's access has ended; 401 that the person must sign in, or finish signing in.
    const isShutOut = (await findSession())?.missing === "renew-guest-access";
    return new Response(actor.error.message, { status: isShutOut ? 403 : 401 });
  }
  // For guests, "everything" is their one article.
  const articleId = query.get("article") ?? actor.value.articleId ?? null;
  const allowed = await canSubscribe(actor.value, articleId);
  if (!allowed.ok)
    return new Response(allowed.error.message, { status: allowed.error.kind === "forbidden" ? 403 : 404 });
  if (hasAllStreams(actor.value.id))
    return new Response(words("live")("streams.tooMany"), {
      status: 429,
      headers: { "retry-after": "10" },
    });
  const since = lastEventId(request.headers.get("last-event-id") ?? query.get("since"));
  const stream = streamChanges({
    actor: actor.value,
    articleId,
    since,
    actorNow: async () => {
      const now = await actorForAction();
      return now.ok ? now.value : null;
    },
    signal: request.signal,
  });
  return new Response(stream, { headers: EVENT_STREAM_HEADERS });
}
