import { isUuid } from "./is-uuid";
import { clientOf } from "./transaction";

/** A source's page as it was at one time, without its bytes. */
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
  /** The readable text, paragraphs parted by "\n". */
  text: string;
}

const described = {
  id: true,
  sourceId: true,
  url: true,
  takenAt: true,
  title: true,
  mediaType: true,
  bodyHash: true,
  text: true,
} as const;

export async function insertSnapshot(snapshot: {
  sourceId: string;
  url: string;
  title: string | null;
  text: string;
  body: Uint8Array;
  mediaType: string;
  bodyHash: string;
  takenById: string | null;
}): Promise<Snapshot> {
  const row = await clientOf().snapshot.create({
    data: { ...snapshot, body: Uint8Array.from(snapshot.body) },
    select: described,
  });
  return { ...row, takenAt: row.takenAt.toISOString() };
}

/** The copies of a source that are kept, the newest first. */
export async function listSnapshots(sourceId: string): Promise<Snapshot[]> {
  if (!isUuid(sourceId)) return [];
  const rows = await clientOf().snapshot.findMany({
    where: { sourceId },
    orderBy: { takenAt: "desc" },
    select: described,
    take: 50,
  });
  return rows.map((row) => ({ ...row, takenAt: row.takenAt.toISOString() }));
}

/** The newest copy of a source that is kept; null where none is. */
export async function findNewestSnapshot(sourceId: string): Promise<Snapshot | null> {
  return (await listSnapshots(sourceId))[0] ?? null;
}

/** What the server sent, as it came. */
export async function findSnapshotBody(
  id: string,
): Promise<{ body: Uint8Array; mediaType: string; takenAt: Date } | null> {
  if (!isUuid(id)) return null;
  return clientOf().snapshot.findUnique({
    where: { id },
    select: { body: true, mediaType: true, takenAt: true },
  });
}
