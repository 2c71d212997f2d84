import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/claimants";
import { parseNumber } from "@/lib/api/parse-number";
import { presentListedClaimant } from "@/lib/api/presenters/present-claimant";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { pageClaimants } from "@/lib/workflows/claimants/browse-claimants";

const list = endpoint(operations.listClaimants, async ({ actor, query }) => {
  const { q = "", kind = null, cursor, limit } = query;
  const page = await pageClaimants(actor, { query: q, kind, limit, offset: parseNumber(cursor) ?? 0 });
  if (!page.ok) return page;
  const { claimants, next, total } = page.value;
  return ok({
    body: {
      items: claimants.map(presentListedClaimant),
      nextCursor: next === null ? null : String(next),
      total,
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
