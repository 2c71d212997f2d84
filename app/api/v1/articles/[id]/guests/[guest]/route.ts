import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/guests";
import { readGuest } from "@/lib/api/read-guest";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { revokeGuest } from "@/lib/workflows/people/revoke-guest";

const revoke = endpoint(operations.revokeGuest, async ({ actor, params }) => {
  const found = await readGuest(actor, params);
  if (!found.ok) return found;
  const { articleId, guest } = found.value;
  const revoked = await revokeGuest(actor, { articleId, id: guest.id, kind: guest.kind });
  return revoked.ok ? ok({ body: undefined }) : revoked;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(revoke);
