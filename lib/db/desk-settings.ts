import type { PersonName } from "@/lib/claims/claim";
import type { Prisma } from "./generated/client";
import { clientOf, type Tx } from "./transaction";

export interface StoredSetting {
  key: string;
  value: unknown;
  revision: number;
  updatedBy: PersonName;
  /** ISO 8601 instant. */
  updatedAt: string;
}

/** The changed settings, as stored. */
export async function listSettings(tx?: Tx): Promise<StoredSetting[]> {
  const rows = await clientOf(tx).deskSetting.findMany({
    include: { updatedBy: { select: { id: true, name: true } } },
  });
  return rows.map(({ key, value, revision, updatedBy, updatedAt }) => ({
    key,
    value,
    revision,
    updatedBy: { id: updatedBy.id, name: updatedBy.name },
    updatedAt: updatedAt.toISOString(),
  }));
}

/** Stores a setting if its revision still matches (0 if it was never changed). @returns whether it matched */
export async function saveSetting(
  tx: Tx,
  setting: { key: string; value: unknown; revision: number; updatedById: string },
): Promise<boolean> {
  const { key, revision, updatedById } = setting;
  const value = setting.value as Prisma.InputJsonValue;
  const client = clientOf(tx);
  const { count } =
    revision === 0
      ? await client.deskSetting.createMany({ data: [{ key, value, updatedById }], skipDuplicates: true })
      : await client.deskSetting.updateMany({
          where: { key, revision },
          data: { value, updatedById, revision: { increment: 1 } },
        });
  return count === 1;
}
