import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/watching";
import { presentFlag } from "@/lib/api/presenters/article-work/present-flag";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listWatching } from "@/lib/workflows/watching/list-watching";

const list = endpoint(operations.listFlags, async ({ actor, query }) => {
  const { owner: ownerId, ...rest } = query;
  const page = await listWatching(actor, { ...rest, ownerId });
  if (!page.ok) return page;
  const { items, nextCursor, total } = page.value;
  return ok({ body: { items: items.map(presentFlag), nextCursor, total } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
