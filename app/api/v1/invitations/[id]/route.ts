import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/people";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { revokeInvitation } from "@/lib/workflows/people/invitations";

const withdraw = endpoint(operations.withdrawInvitation, async ({ actor, params }) => {
  const revoked = await revokeInvitation(actor, { invitationId: params.id ?? "" });
  return revoked.ok ? ok({ body: undefined }) : revoked;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(withdraw);
