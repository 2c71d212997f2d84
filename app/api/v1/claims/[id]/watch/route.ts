import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/watching";
import { presentWatch } from "@/lib/api/presenters/article-work/present-watch";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getClaim } from "@/lib/workflows/claims/get-claim";
import { loadWatch } from "@/lib/workflows/watching/list-watching";

const get = endpoint(operations.getClaimWatch, async ({ actor, params }) => {
  const claim = await getClaim(actor, { claimId: params.id ?? "" });
  if (!claim.ok) return claim;
  const { id: claimId, articleId } = claim.value;
  const watch = await loadWatch(actor, { articleId, claimId });
  return watch.ok ? ok({ body: presentWatch(watch.value) }) : watch;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
