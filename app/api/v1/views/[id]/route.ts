import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/views";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentView } from "@/lib/api/presenters/desk/present-view";
import { resource } from "@/lib/api/resource";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import { changeView, deleteView, listSavedViews } from "@/lib/workflows/articles/saved-views";
import { notFound } from "@/lib/workflows/refusals";

const get = endpoint(operations.getView, async ({ actor, params }) => {
  const view = await readView(actor, params.id);
  return view.ok ? ok({ body: presentView(view.value), headers: { etag: etagOf(view.value) } }) : view;
});

const change = endpoint(operations.changeView, async ({ actor, params, body, precondition }) => {
  const before = await readView(actor, params.id);
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value, presentView(before.value));
  if (!met.ok) return met;
  const { id, revision, name, shared } = before.value;
  const changed = await changeView(actor, {
    id,
    revision,
    name: body.name ?? name,
    shared: body.shared ?? shared,
  });
  return changed.ok
    ? ok({ body: presentView(changed.value), headers: { etag: etagOf(changed.value) } })
    : changed;
});

const remove = endpoint(operations.deleteView, async ({ actor, params }) => {
  const view = await readView(actor, params.id);
  if (!view.ok) return view;
  const deleted = await deleteView(actor, { id: view.value.id });
  return deleted.ok ? ok({ body: undefined }) : deleted;
});

/** One of the views that the actor sees. */
async function readView(actor: Actor, id: string | undefined) {
  const views = await listSavedViews(actor);
  if (!views.ok) return views;
  const view = views.value.find((each) => each.id === id);
  return view ? ok(view) : notFound("view");
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, change, remove);
