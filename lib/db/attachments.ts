import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** A file attached to a source, without its bytes. */
export interface Attachment {
  id: string;
  sourceId: string;
  name: string;
  mediaType: string;
  /** In bytes. */
  size: number;
  /** SHA-256, in hexadecimal. */
  hash: string;
  addedBy: string;
  /** ISO 8601 instant. */
  addedAt: string;
}

const described = {
  id: true,
  sourceId: true,
  name: true,
  mediaType: true,
  size: true,
  hash: true,
  addedAt: true,
  addedBy: { select: { name: true } },
} as const;

type Row = Omit<Attachment, "addedBy" | "addedAt"> & { addedBy: { name: string }; addedAt: Date };

const toAttachment = (row: Row): Attachment => ({
  ...row,
  addedBy: row.addedBy.name,
  addedAt: row.addedAt.toISOString(),
});

export async function insertAttachment(
  tx: Tx,
  file: Pick<Attachment, "sourceId" | "name" | "mediaType" | "size" | "hash"> & {
    body: Uint8Array;
    addedById: string;
  },
): Promise<Attachment> {
  return toAttachment(
    await clientOf(tx).attachment.create({
      data: { ...file, body: Uint8Array.from(file.body) },
      select: described,
    }),
  );
}

export async function listAttachments(sourceId: string): Promise<Attachment[]> {
  if (!isUuid(sourceId)) return [];
  const rows = await clientOf().attachment.findMany({
    where: { sourceId },
    orderBy: { addedAt: "asc" },
    select: described,
  });
  return rows.map(toAttachment);
}

export async function findAttachment(id: string, tx?: Tx): Promise<Attachment | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).attachment.findUnique({ where: { id }, select: described });
  return row && toAttachment(row);
}

export async function findAttachmentBody(id: string): Promise<Uint8Array | null> {
  if (!isUuid(id)) return null;
  return (await clientOf().attachment.findUnique({ where: { id }, select: { body: true } }))?.body ?? null;
}

export async function deleteAttachment(tx: Tx, id: string): Promise<void> {
  await clientOf(tx).attachment.delete({ where: { id } });
}
