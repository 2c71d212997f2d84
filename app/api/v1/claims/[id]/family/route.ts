import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/families";
import { presentRelatives } from "@/lib/api/presenters/article-work/present-watch";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { linkClaims, unlinkClaim } from "@/lib/workflows/watching/claim-family";

const link = endpoint(operations.linkClaims, async ({ actor, params, body }) => {
  const linked = await linkClaims(actor, { claimId: params.id ?? "", otherId: body.claimId });
  return linked.ok ? ok({ body: presentRelatives(linked.value) }) : linked;
});

const unlink = endpoint(operations.unlinkClaim, async ({ actor, params }) => {
  const unlinked = await unlinkClaim(actor, { claimId: params.id ?? "" });
  return unlinked.ok ? ok({ body: undefined }) : unlinked;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(link, unlink);
