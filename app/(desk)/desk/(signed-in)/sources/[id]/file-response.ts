import { actorForAction } from "@/lib/auth/find-actor";
import { contentDisposition } from "@/lib/content-disposition";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { toClient } from "@/lib/to-client";

const NOT_CACHED = ["private", "no-store"].join(", ");

/** Responds with a file of the library, as a download: the browser must never show it under the desk’s own address. */
export async function fileResponse(
  load: (actor: Actor) => Promise<Result<{ body: Uint8Array; mediaType: string; name: string }, Failure>>,
): Promise<Response> {
  const headers = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "cache-control": NOT_CACHED,
  };
  const actor = await actorForAction();
  if (!actor.ok) return new Response(actor.error.message, { status: 401, headers });
  const file = toClient(await load(actor.value));
  if (!file.ok)
    return new Response(file.error.message, { status: file.error.kind === "forbidden" ? 403 : 404, headers });
  const { body, mediaType, name } = file.value;
  return new Response(Uint8Array.from(body), {
    headers: {
      ...headers,
      "content-type": mediaType,
      "content-disposition": contentDisposition("attachment", name),
    },
  });
}
