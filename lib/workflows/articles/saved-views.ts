import { z } from "zod";
import { formatBoardQuery, readBoardQuery } from "@/lib/board/board-query";
import type { SavedView } from "@/lib/board/saved-view";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  countViews,
  deleteViewRow,
  findView,
  findViewByName,
  insertView,
  listViews,
  updateView,
} from "@/lib/db/saved-views";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { required } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

const name = required("The name", 80, "Enter a name for the view.");
const saveInput = z.object({
  name,
  /** The query string of an address; unknown parameters are dropped. */
  query: z.string().max(1000, "These filters are too long to save. Remove some."),
  shared: z.boolean(),
});
const changeInput = z.object({ id: z.string(), revision: z.int(), name, shared: z.boolean() });

export type SaveViewInput = z.input<typeof saveInput>;
export type ChangeViewInput = z.input<typeof changeInput>;

/** More would be hard to navigate. */
const MAX_VIEWS = 50;

/** The actor's own views of the articles, and those that others share. */
export async function listSavedViews(actor: Actor): Promise<Result<SavedView[], Failure>> {
  const allowed = asResult(can(actor, "read", "view", null));
  return allowed.ok ? ok(await listViews(actor.id)) : allowed;
}

/** Saves filters and an order under a name, replacing the actor's view of that name if there is one. */
export async function saveView(actor: Actor, input: SaveViewInput): Promise<Result<SavedView, Failure>> {
  const parsed = parseInput(saveInput, input);
  if (!parsed.ok) return parsed;
  const { name, shared } = parsed.value;
  const query = formatBoardQuery(readBoardQuery(parsed.value.query));
  return inTransaction(async (tx) => {
    const allowed = asResult(can(actor, "save", "view", { ownerId: actor.id }));
    if (!allowed.ok) return allowed;
    const before = await findViewByName(tx, actor.id, name);
    if (before && before.query === query && before.shared === shared) return ok(before);
    if (!before && (await countViews(tx, actor.id)) >= MAX_VIEWS)
      return invalid(`You have ${MAX_VIEWS} views. Delete one you no longer need.`);
    const view = before
      ? await updateView(tx, before.id, before.revision, { query, shared })
      : await insertView(tx, { ownerId: actor.id, name, query, shared });
    if (!view) return invalid("This view was changed at the same time. Try again.");
    await log(tx, actor, "view.save", view.id, before, view);
    return ok(view);
  });
}

/** Renames the actor's own view, shares it or stops sharing it. */
export async function changeView(actor: Actor, input: ChangeViewInput): Promise<Result<SavedView, Failure>> {
  const parsed = parseInput(changeInput, input);
  if (!parsed.ok) return parsed;
  const { id, revision, name, shared } = parsed.value;
  return inTransaction(async (tx) => {
    const before = await findView(tx, id);
    if (!before) return notFound("view");
    const allowed = asResult(can(actor, "change", "view", { ownerId: before.owner.id }));
    if (!allowed.ok) return allowed;
    const taken = await findViewByName(tx, actor.id, name);
    if (taken && taken.id !== id)
      return invalid("You already have a view with this name. Choose another name.", {
        name: ["You already have a view with this name. Choose another name."],
      });
    const view = await updateView(tx, id, revision, { name, shared });
    if (!view)
      return err({
        kind: "stale",
        message: "You changed this view elsewhere in the meantime. Review it, then try again.",
        current: before,
      });
    await log(tx, actor, "view.change", id, before, view);
    return ok(view);
  });
}

export async function deleteView(actor: Actor, input: { id: string }): Promise<Result<null, Failure>> {
  const parsed = parseInput(z.object({ id: z.string() }), input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const before = await findView(tx, parsed.value.id);
    if (!before) return notFound("view");
    const allowed = asResult(can(actor, "change", "view", { ownerId: before.owner.id }));
    if (!allowed.ok) return allowed;
    await deleteViewRow(tx, before.id);
    await log(tx, actor, "view.delete", before.id, before, null);
    return ok(null);
  });
}

const recordOf = (view: SavedView | null) =>
  view && { name: view.name, query: view.query, shared: view.shared };

async function log(
  tx: Parameters<typeof appendAuditEvent>[0],
  actor: Actor,
  action: string,
  targetId: string,
  before: SavedView | null,
  after: SavedView | null,
): Promise<void> {
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action,
    targetType: "view",
    targetId,
    from: recordOf(before),
    to: recordOf(after),
  });
}
