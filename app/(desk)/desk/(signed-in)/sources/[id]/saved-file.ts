import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { toClient } from "@/lib/to-client";

/** A file of the library as an answer: to be saved, and never shown under this desk's address. */
export async function savedFile(
  load: (actor: Actor) => Promise<Result<{ body: Uint8Array; mediaType: string; name: string }, Failure>>,
): Promise<Response> {
  const headers = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "cache-control": "private, no-store",
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
      "content-disposition": `attachment; filename*=UTF-8''${escapedName(name)}`,
    },
  });
}

/** As RFC 8187 has it, whose signs are fewer than those of addresses. */
function escapedName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
