import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import type { CheckableItem } from "@/lib/checklist/checkable-item";
import type { Tick, TickOutcome } from "@/lib/checklist/tick";
import type { PersonName } from "@/lib/claims/claim";
import type { Role } from "@/lib/policies/actor";
import { toPersonName } from "./person-name";
import { clientOf, type Tx } from "./transaction";

type Row = Omit<Tick, "by" | "at"> & { at: Date; byId: string; name: string; role: Role };

/**
 * The ticks that count in a version, in text order.
 * @param ids only these; null for all
 */
export async function listTicks(
  versionId: string,
  ids: readonly string[] | null = null,
  tx?: Tx,
): Promise<Tick[]> {
  const rows = await clientOf(tx).$queryRaw<Row[]>`
    SELECT t."id", t."kind"::text, n."start", n."end", t."exact", t."outcome"::text, t."reason", t."at", t."byId", u."name", u."role"::text,
      v."number" AS "version"
    FROM "TickAnchor" n
    JOIN "Tick" t ON t."id" = n."tickId"
    JOIN "ArticleVersion" v ON v."id" = t."versionId"
    JOIN "User" u ON u."id" = t."byId"
    WHERE n."versionId" = ${versionId}::uuid AND t."undoneAt" IS NULL AND (${ids === null} OR t."id" = ANY (${ids ?? []}::uuid[]))
    ORDER BY n."start", n."end", t."id"`;
  return rows.map(({ byId, name, role, at, ...tick }) => ({
    ...tick,
    by: toPersonName({ id: byId, name, role }),
    at: at.toISOString(),
  }));
}

/** The ticks that count in a version for an item: those of its kind around it. */
export async function listTicksOf(tx: Tx, versionId: string, item: CheckableItem): Promise<Tick[]> {
  const rows = await clientOf(tx).tickAnchor.findMany({
    where: {
      versionId,
      start: { lte: item.start },
      end: { gte: item.end },
      tick: { kind: item.kind, undoneAt: null },
    },
    select: { tickId: true },
  });
  return listTicks(
    versionId,
    rows.map(({ tickId }) => tickId),
    tx,
  );
}

export interface NewTick extends AnchorDescription {
  articleId: string;
  versionId: string;
  kind: CheckableItem["kind"];
  outcome: TickOutcome;
  reason: string | null;
  by: Pick<PersonName, "id">;
}

/** Stores a tick. @returns its id */
export async function insertTick(tx: Tx, { by, ...tick }: NewTick): Promise<string> {
  const { versionId, start, end } = tick;
  const { id } = await clientOf(tx).tick.create({
    data: { ...tick, byId: by.id, anchors: { create: { versionId, start, end } } },
    select: { id: true },
  });
  return id;
}

/** Undoes ticks. Their rows stay. */
export async function undoTicks(tx: Tx, ids: readonly string[], byId: string): Promise<void> {
  await clientOf(tx).tick.updateMany({
    where: { id: { in: [...ids] }, undoneAt: null },
    data: { undoneById: byId, undoneAt: new Date() },
  });
}

/** Where a tick counts in a version. */
export interface TickPosition {
  tickId: string;
  versionId: string;
  start: number;
  end: number;
}

/** The positions of the ticks that count in a version. */
export async function listTickPositions(versionId: string, tx?: Tx): Promise<TickPosition[]> {
  return clientOf(tx).tickAnchor.findMany({
    where: { versionId, tick: { undoneAt: null } },
    select: { tickId: true, versionId: true, start: true, end: true },
    orderBy: [{ start: "asc" }, { tickId: "asc" }],
  });
}

/** Stores where ticks count in a new version. */
export async function insertTickPositions(
  tx: Tx,
  versionId: string,
  positions: readonly Omit<TickPosition, "versionId">[],
): Promise<void> {
  // As one parameter, as `insertAnchors` does.
  await clientOf(tx).$executeRaw`
    INSERT INTO "TickAnchor" ("tickId", "versionId", "start", "end")
    SELECT r."tickId", ${versionId}::uuid, r."start", r."end"
    FROM jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) AS r("tickId" uuid, "start" int, "end" int)`;
}
