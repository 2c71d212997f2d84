import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { type DeskWrite, WRITER } from "@/lib/live/desk-write";
import { readJson } from "@/lib/read-json";
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
  const read = await readJson(request, MAX_BODY_LENGTH);
  if (read.ok) return Response.json(toClient(await applyDeskWrite(actor.value, read.value as DeskWrite)));
  switch (read.error.kind) {
    case "too-long":
      return new Response(null, { status: 413 });
    case "malformed":
      return new Response(null, { status: 400 });
    case "too-many-values":
      return Response.json(err<Failure>({ kind: "invalid", message: words("live")("outbox.tooManyParts") }));
  }
}
