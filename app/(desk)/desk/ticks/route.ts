import { actorForAction } from "@/lib/auth/find-actor";
import { readJson } from "@/lib/read-json";
import { toClient } from "@/lib/to-client";
import { type LoadTicksInput, loadTicks } from "@/lib/workflows/checklist/load-ticks";

/** UTF-16 units; more than the ids of 500 ticks. */
const MAX_BODY_LENGTH = 64 * 1024;

/** The ticks of an article, for an open page. A route rather than a server action, as /desk/changes is. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return Response.json(actor);
  const read = await readJson(request, MAX_BODY_LENGTH);
  const input = (read.ok ? read.value : null) as LoadTicksInput;
  return Response.json(toClient(await loadTicks(actor.value, input)), {
    headers: { "cache-control": "no-store" },
  });
}
