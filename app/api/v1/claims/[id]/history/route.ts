import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/history";
import { presentClaimHistoryItem } from "@/lib/api/presenters/present-history";
import { resource } from "@/lib/api/resource";
import { sliceOf } from "@/lib/api/slice-of";
import { ok } from "@/lib/result";
import { listClaimHistory } from "@/lib/workflows/history/list-claim-history";

const list = endpoint(operations.listClaimHistory, async ({ actor, params, query }) => {
  const all = await listClaimHistory(actor, { claimId: params.id ?? "" });
  if (!all.ok) return all;
  const { items, nextCursor } = sliceOf(all.value, query.cursor, query.limit);
  return ok({ body: { items: items.map(presentClaimHistoryItem), nextCursor, total: all.value.length } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
