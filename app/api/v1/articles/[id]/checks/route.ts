import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/checks";
import { resource } from "@/lib/api/resource";
import { formatCheckCursor, parseCheckCursor } from "@/lib/checklist/check";
import { ok } from "@/lib/result";
import { pageChecks } from "@/lib/workflows/checklist/list-checks";

const list = endpoint(operations.listChecks, async ({ actor, params, query }) => {
  const after = parseCheckCursor(query.cursor);
  const page = await pageChecks(actor, { articleId: params.id ?? "", after, limit: query.limit });
  if (!page.ok) return page;
  const { checks, next, total } = page.value;
  return ok({
    body: {
      items: checks.map(({ by, undone, ...check }) => ({
        ...check,
        by: { id: by.id, name: by.name },
        undone: undone && { at: undone.at, by: { id: undone.by.id, name: undone.by.name } },
      })),
      nextCursor: formatCheckCursor(next),
      total,
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
