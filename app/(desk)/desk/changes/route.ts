import { articleView } from "@/app/(desk)/desk/(signed-in)/articles/[id]/article-view";
import { actorForAction } from "@/lib/auth/find-actor";
import { readJson } from "@/lib/read-json";
import { ok } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import { loadChanges } from "@/lib/workflows/live/load-changes";

/** UTF-16 units; more than the ids of 500 claims and 200 people. */
const MAX_BODY_LENGTH = 64 * 1024;

/**
 * What changed in an article, for an open page. A route rather than a server action: the browser runs those one at a time, so this would
 * wait for every other action of the page.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return Response.json(actor);
  const read = await readJson(request, MAX_BODY_LENGTH);
  const input = (read.ok ? read.value : null) as Parameters<typeof loadChanges>[1];
  const loaded = toClient(await loadChanges(actor.value, input));
  return Response.json(
    loaded.ok ? ok({ ...loaded.value, article: articleView(loaded.value.article) }) : loaded,
    { headers: { "cache-control": "no-store" } },
  );
}
