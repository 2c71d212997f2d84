/** Whose words are taken. */
export type Side = "mine" | "theirs";

/** What became of a value that two people had before them: nobody changed it, one of both did, both did alike, or both did and differ. */
export type MergeOutcome = "same" | Side | "conflict";

/**
 * How a value is settled that two people worked on at once.
 * @param base what both began with; undefined where it is not known, and every difference is a conflict then
 */
export function settleValue<T>(base: T | undefined, mine: T, theirs: T): MergeOutcome {
  if (isAlike(mine, theirs)) return "same";
  if (base === undefined) return "conflict";
  if (isAlike(base, mine)) return "theirs";
  return isAlike(base, theirs) ? "mine" : "conflict";
}

/** A row in the two states in which it was found; null where it is not there. */
export interface MergedRow<R> {
  id: string;
  outcome: MergeOutcome;
  mine: R | null;
  theirs: R | null;
}

/**
 * Lists of rows, row by row: what one of both added, changed, moved or took out is taken. The order is that of whoever moved rows; mine
 * where both did. Rows that one side alone has come behind the row that they stood behind there.
 * @param idOf tells which rows of the lists are one; unique in each list
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
    return { id, mine: a, theirs: b, outcome: settleValue(was && (was.get(id) ?? null), a, b) };
  };
  const moved = (ids: string[], others: ReadonlyMap<string, R>) => ids.filter((id) => others.has(id));
  const [myIds, theirIds] = [[...my.keys()], [...their.keys()]];
  const isMyOrder = was !== undefined && !isAlike(moved(myIds, was), moved([...was.keys()], my));
  const [order, added] = isMyOrder || !was ? [myIds, theirIds] : [theirIds, myIds];
  const ids = [...order];
  for (const [place, id] of added.entries()) {
    if (ids.includes(id)) continue;
    const before = added.slice(0, place).findLast((each) => ids.includes(each));
    ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id);
  }
  return ids.map(rowOf);
}

/** The row that stays; null for none. @param conflicts whose row is taken where both changed it */
export function settledRow<R>(row: MergedRow<R>, conflicts: Side): R | null {
  const side = row.outcome === "conflict" ? conflicts : row.outcome === "theirs" ? "theirs" : "mine";
  return row[side];
}

/** Whether two values say the same. Postgres gives the keys of JSON in an order of its own. */
export function isAlike(a: unknown, b: unknown): boolean {
  return a === b || sortedJson(a) === sortedJson(b);
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );
}
