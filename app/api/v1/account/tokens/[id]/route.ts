import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/account";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { revokeToken } from "@/lib/workflows/people/api-tokens";

const revoke = endpoint(operations.revokeApiToken, async ({ actor, params }) => {
  const revoked = await revokeToken(actor, { tokenId: params.id ?? "" });
  return revoked.ok ? ok({ body: undefined }) : revoked;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(revoke);
