import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { type DeskWrite, WRITER } from "@/lib/live/desk-write";
import { err } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import { words } from "@/lib/words/words";
import { applyDeskWrite } from "@/lib/workflows/live/apply-desk-write";

/** UTF-16 units; more than the longest claim. */
const MAX_BODY_LENGTH = 4 * 1024 * 1024;

/**
 * Applies one write from the outbox of a browser, and answers with its outcome. A route rather than a server action: writes queued by an
 * older build must still work.
 */
export async function POST(request: Request): Promise<Response> {
  // Cross-site request forgery: other sites can't send JSON without a preflight, and browsers name the origin of a request.
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
        message: words("live")("otherPerson.write"),
      }),
    );
  const text = await request.text();
  if (text.length > MAX_BODY_LENGTH) return new Response(null, { status: 413 });
  let write: unknown;
  try {
    write = JSON.parse(text);
  } catch {
    return new Response(null, { status: 400 });
  }
  return Response.json(toClient(await applyDeskWrite(actor.value, write as DeskWrite)));
}
