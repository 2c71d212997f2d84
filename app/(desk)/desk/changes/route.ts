import { articleView } from "@/app/(desk)/desk/(signed-in)/articles/[id]/article-view";
import { actorForAction } from "@/lib/auth/find-actor";
import { ok } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import { loadChanges } from "@/lib/workflows/live/load-changes";

/**
 * What changed in an article, for an open page. A route rather than a server action: the browser runs those one at a time, so this would
 * wait for every other action of the page.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return Response.json(actor);
  const input: unknown = await request.json().catch(() => null);
  const loaded = toClient(await loadChanges(actor.value, input as Parameters<typeof loadChanges>[1]));
  return Response.json(
    loaded.ok ? ok({ ...loaded.value, article: articleView(loaded.value.article) }) : loaded,
    { headers: { "cache-control": "no-store" } },
  );
}
