import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/watching";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { reopenFlagged } from "@/lib/workflows/watching/resolve-flag";

const reopen = endpoint(operations.reopenFlagged, async ({ actor, params, body }) => {
  const settled = await reopenFlagged(actor, { flagId: params.id ?? "", note: body.note });
  return settled.ok ? ok({ body: undefined }) : settled;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(reopen);
