import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/watching";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { confirmFlag } from "@/lib/workflows/watching/resolve-flag";

const confirm = endpoint(operations.confirmFlag, async ({ actor, params, body }) => {
  const { note, nextReviewOn: nextOn, nextReason } = body;
  const settled = await confirmFlag(actor, { flagId: params.id ?? "", note, nextOn, nextReason });
  return settled.ok ? ok({ body: undefined }) : settled;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(confirm);
