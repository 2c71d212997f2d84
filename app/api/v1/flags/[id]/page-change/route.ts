import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/watching";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { loadPageChange } from "@/lib/workflows/watching/load-page-change";

const get = endpoint(operations.getPageChange, async ({ actor, params }) => {
  const found = await loadPageChange(actor, { flagId: params.id ?? "" });
  if (!found.ok) return found;
  const { blocks, lost: lostExcerpts, before, after } = found.value;
  return ok({ body: { blocks, lostExcerpts, before, after } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
