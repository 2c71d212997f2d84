import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** A saved copy of a source's page, without its bytes and its text. */
export interface Snapshot {
  id: string;
  sourceId: string;
  url: string;
  /** ISO 8601 instant. */
  takenAt: string;
  title: string | null;
  mediaType: string;
  /** SHA-256 of the body, in hexadecimal. */
  bodyHash: string;
}

const described = {
  id: true,
  sourceId: true,
  url: true,
  takenAt: true,
  title: true,
  mediaType: true,
  bodyHash: true,
} as const;

const dated = <Row extends { takenAt: Date }>(row: Row) => ({ ...row, takenAt: row.takenAt.toISOString() });

export async function insertSnapshot(
  tx: Tx,
  snapshot: {
    sourceId: string;
    url: string;
    title: string | null;
    text: string;
    body: Uint8Array;
    mediaType: string;
    bodyHash: string;
    takenById: string | null;
  },
): Promise<Snapshot> {
  return dated(
    await clientOf(tx).snapshot.create({
      data: { ...snapshot, body: Uint8Array.from(snapshot.body) },
      select: described,
    }),
  );
}

/** The saved copies of a source, newest first. */
export async function listSnapshots(sourceId: string): Promise<Snapshot[]> {
  if (!isUuid(sourceId)) return [];
  const rows = await clientOf().snapshot.findMany({
    where: { sourceId },
    orderBy: { takenAt: "desc" },
    select: described,
    take: 50,
  });
  return rows.map(dated);
}

/** Ids of the newest saved copies, by source. */
export async function newestSnapshots(sourceIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await clientOf().snapshot.findMany({
    where: { sourceId: { in: [...sourceIds] } },
    orderBy: [{ sourceId: "asc" }, { takenAt: "desc" }],
    distinct: ["sourceId"],
    select: { id: true, sourceId: true },
  });
  return new Map(rows.map(({ id, sourceId }) => [sourceId, id]));
}

/** A saved copy with its readable text, paragraphs separated by "\n": the newest of a source, or a certain one. */
export async function findSnapshotText(
  sourceId: string,
  id?: string,
): Promise<(Snapshot & { text: string }) | null> {
  if (!isUuid(sourceId) || (id !== undefined && !isUuid(id))) return null;
  const row = await clientOf().snapshot.findFirst({
    where: { sourceId, ...(id && { id }) },
    orderBy: { takenAt: "desc" },
    select: { ...described, text: true },
  });
  return row && dated(row);
}

/** The bytes of a saved copy, as the server sent them. */
export async function findSnapshotBody(
  sourceId: string,
  id: string,
): Promise<{ body: Uint8Array; mediaType: string; takenAt: Date } | null> {
  if (!isUuid(id) || !isUuid(sourceId)) return null;
  return clientOf().snapshot.findFirst({
    where: { id, sourceId },
    select: { body: true, mediaType: true, takenAt: true },
  });
}
