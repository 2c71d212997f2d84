import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/activity";
import { presentActivity } from "@/lib/api/presenters/desk/present-activity";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { listActivity } from "@/lib/workflows/history/list-activity";

const list = endpoint(operations.listActivity, async ({ actor, query }) => {
  const { person: personId, article: articleId, ...filter } = query;
  const found = await listActivity(actor, { ...filter, personId, articleId });
  if (!found.ok) return found;
  const { items, nextCursor, kinds } = found.value;
  // The workflow answers with the kinds that they can see instead.
  if (query.kind && !kinds.includes(query.kind))
    return err({
      problem: "forbidden" as const,
      detail: "Only administrators can see what was done to people. Ask an administrator.",
    });
  return ok({ body: { items: items.map(presentActivity), nextCursor } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
