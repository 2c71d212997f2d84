import type { Stance } from "@/lib/sources/source";
import { fromDay } from "./dates";
import { clientOf, type Tx } from "./transaction";

export interface EvidenceFields {
  sourceId: string;
  stance: Stance;
  excerpt: string | null;
  note: string | null;
  /** ISO 8601 day. */
  accessedOn: string | null;
  archiveUrl: string | null;
}

/** Added to the positions of rows that move, while others are written: positions in a claim are unique at every moment. */
const ASIDE = 1_000_000;

/**
 * Makes these rows a claim's evidence, in this order. A source that is cited already keeps the id of its evidence: the row is changed.
 * The others are inserted, and rows that are no longer among them are deleted.
 */
export async function replaceEvidence(
  tx: Tx,
  claimId: string,
  evidence: readonly EvidenceFields[],
): Promise<void> {
  const client = clientOf(tx);
  const before = await client.evidence.findMany({ where: { claimId }, orderBy: { position: "asc" } });
  const rows = evidence.map((each, position) => ({
    ...each,
    claimId,
    position,
    accessedOn: fromDay(each.accessedOn),
  }));
  const matched = matchEvidence(before, rows);
  const remaining = new Set([...matched.values()].map(({ id }) => id));
  const removed = before.filter(({ id }) => !remaining.has(id)).map(({ id }) => id);
  if (removed.length > 0) await client.evidence.deleteMany({ where: { id: { in: removed } } });
  const changed = rows.flatMap((row) => {
    const old = matched.get(row);
    return old && !(old.position === row.position && isSame(old, row)) ? [{ old, row }] : [];
  });
  const moved = changed.filter(({ old, row }) => old.position !== row.position).map(({ old }) => old.id);
  if (moved.length > 0)
    await client.evidence.updateMany({
      where: { id: { in: moved } },
      data: { position: { increment: ASIDE } },
    });
  for (const { old, row } of changed) await client.evidence.update({ where: { id: old.id }, data: row });
  const added = rows.filter((row) => !matched.has(row));
  if (added.length > 0) await client.evidence.createMany({ data: added });
}

type Comparable = Omit<EvidenceFields, "accessedOn"> & { accessedOn: Date | null };

const isSame = (a: Comparable, b: Comparable) =>
  a.sourceId === b.sourceId &&
  a.stance === b.stance &&
  a.excerpt === b.excerpt &&
  a.note === b.note &&
  a.archiveUrl === b.archiveUrl &&
  a.accessedOn?.getTime() === b.accessedOn?.getTime();

/** From what is most alike to what only cites the same source: a claim can cite a source several times. */
const LIKENESSES: readonly ((a: Comparable, b: Comparable) => boolean)[] = [
  isSame,
  (a, b) => a.sourceId === b.sourceId && a.excerpt === b.excerpt,
  (a, b) => a.sourceId === b.sourceId,
];

/** For each new row the earlier one that it changes, if there is one. Each earlier row is used once. */
function matchEvidence<Old extends Comparable, New extends Comparable>(
  before: readonly Old[],
  rows: readonly New[],
): Map<New, Old> {
  const matched = new Map<New, Old>();
  const free = new Set(before);
  for (const isAlike of LIKENESSES)
    for (const row of rows) {
      if (matched.has(row)) continue;
      const old = [...free].find((each) => isAlike(each, row));
      if (!old) continue;
      matched.set(row, old);
      free.delete(old);
    }
  return matched;
}
