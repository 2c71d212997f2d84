import { articleView } from "@/app/(desk)/desk/(signed-in)/articles/[id]/article-view";
import { actorForAction } from "@/lib/auth/find-actor";
import { ok } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import { loadChanges } from "@/lib/workflows/live/load-changes";

/**
 * What changed in an article, for a page that heard of it. An address of its own rather than a server action: those go one after another,
 * and this would wait for whatever else the page is doing.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return Response.json(actor);
  const given: unknown = await request.json().catch(() => null);
  const loaded = toClient(await loadChanges(actor.value, given as Parameters<typeof loadChanges>[1]));
  return Response.json(
    loaded.ok ? ok({ ...loaded.value, article: articleView(loaded.value.article) }) : loaded,
    { headers: { "cache-control": "no-store" } },
  );
}
