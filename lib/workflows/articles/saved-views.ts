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

const name = required("The name", 80, "Give the view a name.");
const saveInput = z.object({
  name,
  /** Behind the question mark of an address; what of it is not understood is left out. */
  query: z.string().max(1000, "These filters are too long to be kept."),
  shared: z.boolean(),
});
const changeInput = z.object({ id: z.string(), revision: z.int(), name, shared: z.boolean() });

export type SaveViewInput = z.input<typeof saveInput>;
export type ChangeViewInput = z.input<typeof changeInput>;

/** As many as one finds one's way in. */
const MOST = 50;

/** The actor's own views of the articles, and those that others share. */
export async function listSavedViews(actor: Actor): Promise<Result<SavedView[], Failure>> {
  const allowed = asResult(can(actor, "read", "view", null));
  return allowed.ok ? ok(await listViews(actor.id)) : allowed;
}

/** Keeps filters and an order under a name. Under a name that the actor has used they take the place of what it stood for. */
export async function saveView(actor: Actor, given: SaveViewInput): Promise<Result<SavedView, Failure>> {
  const parsed = parseInput(saveInput, given);
  if (!parsed.ok) return parsed;
  const { name, shared } = parsed.value;
  const query = formatBoardQuery(readBoardQuery(parsed.value.query));
  return inTransaction(async (tx) => {
    const allowed = asResult(can(actor, "save", "view", { ownerId: actor.id }));
    if (!allowed.ok) return allowed;
    const before = await findViewByName(tx, actor.id, name);
    if (before && before.query === query && before.shared === shared) return ok(before);
    if (!before && (await countViews(tx, actor.id)) >= MOST)
      return invalid(`You have ${MOST} views. Delete one that you do not need any more.`);
    const view = before
      ? await updateView(tx, before.id, before.revision, { query, shared })
      : await insertView(tx, { ownerId: actor.id, name, query, shared });
    if (!view) return invalid("This view was changed at the same time. Try again.");
    await log(tx, actor, "view.save", view.id, before, view);
    return ok(view);
  });
}

/** Gives a view of one's own another name, or shares it, or keeps it to oneself again. */
export async function changeView(actor: Actor, given: ChangeViewInput): Promise<Result<SavedView, Failure>> {
  const parsed = parseInput(changeInput, given);
  if (!parsed.ok) return parsed;
  const { id, revision, name, shared } = parsed.value;
  return inTransaction(async (tx) => {
    const before = await findView(tx, id);
    if (!before) return notFound("view");
    const allowed = asResult(can(actor, "change", "view", { ownerId: before.owner.id }));
    if (!allowed.ok) return allowed;
    const taken = await findViewByName(tx, actor.id, name);
    if (taken && taken.id !== id)
      return invalid("You have a view of this name. Choose another.", {
        name: ["You have a view of this name. Choose another."],
      });
    const view = await updateView(tx, id, revision, { name, shared });
    if (!view)
      return err({
        kind: "stale",
        message: "You changed this view elsewhere in the meantime. Look at it, then go on.",
        current: before,
      });
    await log(tx, actor, "view.change", id, before, view);
    return ok(view);
  });
}

export async function deleteView(actor: Actor, given: { id: string }): Promise<Result<null, Failure>> {
  const parsed = parseInput(z.object({ id: z.string() }), given);
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
