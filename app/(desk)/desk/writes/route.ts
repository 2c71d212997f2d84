import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { type DeskWrite, WRITER } from "@/lib/live/desk-write";
import { err } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import { applyDeskWrite } from "@/lib/workflows/live/apply-desk-write";

/** Longer than the longest claim. */
const MOST = 4 * 1024 * 1024;

/**
 * Does one write that the desk kept in the browser, and answers with its outcome. An address of its own rather than a server action: what
 * waits in a browser must be understood by a newer build as well.
 */
export async function POST(request: Request): Promise<Response> {
  // A page of another site may not write in somebody's name: it cannot send JSON unasked, and browsers say where a call comes from.
  const isJson = request.headers.get("content-type")?.startsWith("application/json");
  if (!isJson || !["same-origin", null].includes(request.headers.get("sec-fetch-site")))
    return new Response(null, { status: 403 });
  const actor = await actorForAction();
  if (!actor.ok) return Response.json(actor);
  const writer = request.headers.get(WRITER);
  if (writer !== null && writer !== actor.value.id)
    return Response.json(
      err<Failure>({
        kind: "unauthenticated",
        message: "Somebody else is signed in here. What you wrote waits until you sign in again.",
      }),
    );
  const text = await request.text();
  if (text.length > MOST) return new Response(null, { status: 413 });
  let write: unknown;
  try {
    write = JSON.parse(text);
  } catch {
    return new Response(null, { status: 400 });
  }
  return Response.json(toClient(await applyDeskWrite(actor.value, write as DeskWrite)));
}
