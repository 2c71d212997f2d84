/** A page of a list that is loaded as a whole and grows at its beginning, newest first. */
interface Slice<Item> {
  items: Item[];
  nextCursor: string | null;
}

/**
 * A page of a complete list, newest first. Its cursor is the number of the items that are left, so pages stay in place when newer items are added.
 * @param cursor `nextCursor` of the page before; the list starts at the newest without one, or if it is none
 */
export function sliceOf<Item>(all: readonly Item[], cursor: string | undefined, limit: number): Slice<Item> {
  const left = /^\d{1,9}$/.test(cursor ?? "") ? Number(cursor) : all.length;
  const start = Math.max(0, all.length - left);
  const items = all.slice(start, start + limit);
  const after = all.length - start - items.length;
  return { items, nextCursor: after > 0 ? String(after) : null };
}
