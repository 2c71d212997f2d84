import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/views";
import { pageIn } from "@/lib/api/page";
import { etagOf } from "@/lib/api/precondition";
import { presentView } from "@/lib/api/presenters/desk/present-view";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listSavedViews, saveView } from "@/lib/workflows/articles/saved-views";

const list = endpoint(operations.listViews, async ({ actor, query }) => {
  const views = await listSavedViews(actor);
  if (!views.ok) return views;
  const page = pageIn(views.value, query);
  return ok({ body: { ...page, items: page.items.map(presentView) } });
});

const save = endpoint(operations.saveView, async ({ actor, body }) => {
  const saved = await saveView(actor, { ...body, shared: body.shared ?? false });
  if (!saved.ok) return saved;
  return ok({
    body: presentView(saved.value),
    headers: { etag: etagOf(saved.value), location: `/api/v1/views/${saved.value.id}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, save);
