import { actorForAction } from "@/lib/auth/find-actor";
import type { PresenceInput } from "@/lib/live/presence";
import { readJson } from "@/lib/read-json";
import { listPresence, recordPresence } from "@/lib/workflows/live/record-presence";

/** UTF-16 units. */
const MAX_BODY_LENGTH = 16 * 1024;

/** Who has the article of `?article=` open. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorForAction();
  const articleId = new URL(request.url).searchParams.get("article") ?? "";
  const tabs = actor.ok ? await listPresence(actor.value, articleId) : actor;
  return tabs.ok ? Response.json(tabs.value) : new Response(null, { status: actor.ok ? 404 : 401 });
}

/** A tab announces which claim it shows, or that it is closing. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  const actor = await actorForAction();
  if (!actor.ok) return new Response(null, { status: 401 });
  const read = await readJson(request, MAX_BODY_LENGTH);
  const recorded = await recordPresence(actor.value, (read.ok ? read.value : null) as PresenceInput);
  return new Response(null, { status: recorded.ok ? 204 : recorded.error.kind === "invalid" ? 400 : 404 });
}
