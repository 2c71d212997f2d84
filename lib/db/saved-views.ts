import type { SavedView } from "@/lib/board/saved-view";
import type { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

const withOwner = { owner: { select: { id: true, name: true } } } as const;

function toView(row: Prisma.SavedViewGetPayload<{ include: typeof withOwner }>): SavedView {
  return {
    id: row.id,
    name: row.name,
    query: row.query,
    shared: row.shared,
    revision: row.revision,
    owner: { id: row.owner.id, name: row.owner.name },
  };
}

/** A person's own views, and the shared ones, by name. */
export async function listViews(personId: string): Promise<SavedView[]> {
  const rows = await clientOf().savedView.findMany({
    where: { OR: [{ ownerId: personId }, { shared: true }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    include: withOwner,
  });
  return rows.map(toView);
}

export async function findView(tx: Tx, id: string): Promise<SavedView | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).savedView.findUnique({ where: { id }, include: withOwner });
  return row && toView(row);
}

export async function findViewByName(tx: Tx, ownerId: string, name: string): Promise<SavedView | null> {
  const row = await clientOf(tx).savedView.findUnique({
    where: { ownerId_name: { ownerId, name } },
    include: withOwner,
  });
  return row && toView(row);
}

export async function countViews(tx: Tx, ownerId: string): Promise<number> {
  return clientOf(tx).savedView.count({ where: { ownerId } });
}

export async function insertView(
  tx: Tx,
  view: { ownerId: string; name: string; query: string; shared: boolean },
): Promise<SavedView> {
  return toView(await clientOf(tx).savedView.create({ data: view, include: withOwner }));
}

/** Changes a view if its revision still matches. @returns null if it does not */
export async function updateView(
  tx: Tx,
  id: string,
  revision: number,
  change: { name?: string; query?: string; shared?: boolean },
): Promise<SavedView | null> {
  const { count } = await clientOf(tx).savedView.updateMany({
    where: { id, revision },
    data: { ...change, revision: { increment: 1 } },
  });
  return count === 0 ? null : findView(tx, id);
}

export async function deleteViewRow(tx: Tx, id: string): Promise<void> {
  await clientOf(tx).savedView.delete({ where: { id } });
}
