import { dequal } from "dequal/lite";

/** Whose version wins. */
export type Side = "mine" | "theirs";

/** The result of merging a value: the same on both sides, changed by one side only, or changed differently by both. */
export type MergeOutcome = "same" | Side | "conflict";

/**
 * Merges a value that two people edited at the same time.
 * @param base the value both started from; undefined if unknown, and then every difference is a conflict
 */
export function mergeValue<T>(base: T | undefined, mine: T, theirs: T): MergeOutcome {
  if (isAlike(mine, theirs)) return "same";
  if (base === undefined) return "conflict";
  if (isAlike(base, mine)) return "theirs";
  return isAlike(base, theirs) ? "mine" : "conflict";
}

/**
 * Merges the edits of two people, field by field: a field that only one of them changed is theirs; where both did, it is mine and a conflict.
 * @param base the state that both started from
 */
export function mergeFields<Fields extends object>(
  base: Fields,
  mine: Fields,
  theirs: Fields,
): { merged: Fields; conflicts: (keyof Fields)[] } {
  const merged = { ...mine };
  const conflicts: (keyof Fields)[] = [];
  for (const field of Object.keys(mine) as (keyof Fields)[]) {
    const outcome = mergeValue(base[field], mine[field], theirs[field]);
    if (outcome === "theirs") merged[field] = theirs[field];
    if (outcome === "conflict") conflicts.push(field);
  }
  return { merged, conflicts };
}

/** A row on both sides; null where it doesn't exist. */
export interface MergedRow<R> {
  id: string;
  outcome: MergeOutcome;
  mine: R | null;
  theirs: R | null;
}

/**
 * Three-way merge of lists, row by row: applies what either side added, changed, moved or removed. The order is that of the side that
 * moved rows, mine if both did. A row that only one side has follows the row it followed there.
 * @param base undefined if unknown
 * @param idOf the identity of a row; unique in each list
 */
export function mergeRows<R>(
  base: readonly R[] | undefined,
  mine: readonly R[],
  theirs: readonly R[],
  idOf: (row: R) => string,
): MergedRow<R>[] {
  const byId = (rows: readonly R[]) => new Map(rows.map((row) => [idOf(row), row]));
  const [was, my, their] = [base && byId(base), byId(mine), byId(theirs)];
  const rowOf = (id: string): MergedRow<R> => {
    const [a, b] = [my.get(id) ?? null, their.get(id) ?? null];
    return { id, mine: a, theirs: b, outcome: mergeValue(was && (was.get(id) ?? null), a, b) };
  };
  const moved = (ids: string[], others: ReadonlyMap<string, R>) => ids.filter((id) => others.has(id));
  const [myIds, theirIds] = [[...my.keys()], [...their.keys()]];
  const isMyOrder = !was || !isAlike(moved(myIds, was), moved([...was.keys()], my));
  const [order, added] = isMyOrder ? [myIds, theirIds] : [theirIds, myIds];
  const ids = [...order];
  for (const [index, id] of added.entries()) {
    if (ids.includes(id)) continue;
    const before = added.slice(0, index).findLast((each) => ids.includes(each));
    ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id);
  }
  return ids.map(rowOf);
}

/** The merged row; null if it was removed. @param conflicts whose row wins if both changed it */
export function rowToUse<R>(row: MergedRow<R>, conflicts: Side): R | null {
  const side = row.outcome === "conflict" ? conflicts : row.outcome === "theirs" ? "theirs" : "mine";
  return row[side];
}

/** Whether two JSON values are equal. Compares deeply because Postgres doesn't keep the order of keys. */
export function isAlike(a: unknown, b: unknown): boolean {
  return dequal(a, b);
}
