import { COUNT_READS } from "@/lib/capped-count";
import type { Claimant } from "@/lib/claimants/claimant";
import type { ClaimantFields } from "@/lib/claimants/claimant-input";
import { nameKeyOf, namesKeyOf } from "@/lib/claimants/name-key";
import { type Claimant as ClaimantRow, Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** Includes the claimant that it was merged into. */
const withMergedInto = { include: { mergedInto: true } } as const;

export function toClaimant(row: ClaimantRow): Claimant {
  const { id, kind, name, description, aliases, sameAs, revision } = row;
  return { id, kind, name, description, aliases, sameAs, revision };
}

/** A claimant by its id, or the one that it was merged into. */
export async function findClaimant(tx: Tx | undefined, id: string): Promise<Claimant | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).claimant.findUnique({ where: { id }, ...withMergedInto });
  return row && toClaimant(row.mergedInto ?? row);
}

/** Reads claimants that are not merged into others, and locks them until the transaction ends. */
export async function lockClaimants(tx: Tx, ids: readonly string[]): Promise<Claimant[]> {
  const known = ids.filter(isUuid);
  await clientOf(tx)
    .$queryRaw`SELECT 1 FROM "Claimant" WHERE "id" = ANY (${known}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const rows = await clientOf(tx).claimant.findMany({ where: { id: { in: known }, mergedIntoId: null } });
  return rows.map(toClaimant);
}

/** Text in a LIKE pattern that stands for itself. */
const literally = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** The claimants that have a name, among their other names and those of claimants merged into them too; the oldest first. */
export async function listClaimantsNamed(tx: Tx | undefined, name: string): Promise<Claimant[]> {
  const pattern = `%\n${literally(nameKeyOf(name))}\n%`;
  const ids = await clientOf(tx).$queryRaw<{ id: string }[]>`
    SELECT coalesce("mergedIntoId", "id") AS "id" FROM "Claimant" WHERE "namesKey" LIKE ${pattern}`;
  const rows = await clientOf(tx).claimant.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toClaimant);
}

/** Lets only one transaction at a time decide whether a name is new. */
export async function lockClaimantName(tx: Tx, name: string): Promise<void> {
  await clientOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`claimant:${nameKeyOf(name)}`}))`;
}

export async function insertClaimant(
  tx: Tx,
  fields: ClaimantFields & { createdById: string },
): Promise<Claimant> {
  return toClaimant(
    await clientOf(tx).claimant.create({ data: { ...fields, namesKey: namesKeyOf(fields) } }),
  );
}

/** Changes a locked claimant and raises its revision. */
export async function updateClaimant(tx: Tx, id: string, fields: ClaimantFields): Promise<Claimant> {
  const row = await clientOf(tx).claimant.update({
    where: { id },
    data: { ...fields, namesKey: namesKeyOf(fields), revision: { increment: 1 } },
  });
  return toClaimant(row);
}

/** Merges a claimant, and those merged into it before, into another. Claims keep naming what they named. */
export async function setMergedInto(tx: Tx, id: string, intoId: string): Promise<void> {
  await clientOf(tx).claimant.updateMany({
    where: { OR: [{ id }, { mergedIntoId: id }] },
    data: { mergedIntoId: intoId, revision: { increment: 1 } },
  });
}

/** What a merged claimant was merged into; null if it was not. */
export async function findMerge(tx: Tx, id: string): Promise<{ merged: Claimant; intoId: string } | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).claimant.findUnique({ where: { id } });
  return row?.mergedIntoId ? { merged: toClaimant(row), intoId: row.mergedIntoId } : null;
}

/** Makes a merged claimant one of its own again. Those that were merged into it before stay where they are. */
export async function clearMergedInto(tx: Tx, id: string): Promise<void> {
  await clientOf(tx).claimant.update({
    where: { id },
    data: { mergedIntoId: null, revision: { increment: 1 } },
  });
}

/** The claimants that were merged into one, by name. */
export async function listMergedInto(id: string): Promise<Claimant[]> {
  if (!isUuid(id)) return [];
  const rows = await clientOf().claimant.findMany({ where: { mergedIntoId: id }, orderBy: { name: "asc" } });
  return rows.map(toClaimant);
}

/** Claims of claimants, those merged into them included, without deleted claims. */
export async function countClaimsOf(ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await clientOf().$queryRaw<{ id: string; claims: number }[]>`
    SELECT coalesce(m."mergedIntoId", m."id") AS "id", count(*)::int AS "claims"
    FROM "Claimant" m JOIN "Claim" c ON c."claimantId" = m."id"
    WHERE (m."id" = ANY (${[...ids]}::uuid[]) OR m."mergedIntoId" = ANY (${[...ids]}::uuid[])) AND c."deletedAt" IS NULL
    GROUP BY 1`;
  return new Map(rows.map(({ id, claims }) => [id, claims]));
}

/** A claim of a claimant. */
export interface ClaimantUse {
  claimId: string;
  statement: string;
  articleId: string;
  articleTitle: string;
}

/** The newest claims of a claimant, those of claimants merged into them included, without deleted ones. */
export async function listClaimantUses(id: string): Promise<ClaimantUse[]> {
  const rows = await clientOf().claim.findMany({
    where: { deletedAt: null, claimant: { OR: [{ id }, { mergedIntoId: id }] } },
    orderBy: { createdAt: "desc" },
    select: { id: true, statement: true, article: { select: { id: true, title: true } } },
    take: 200,
  });
  return rows.map(({ id: claimId, statement, article }) => ({
    claimId,
    statement,
    articleId: article.id,
    articleTitle: article.title,
  }));
}

export type CountedClaimant = Claimant & { claims: number };

/** With fewer names that contain what was typed, those that are written much like it are shown as well. */
const FEW = 25;

/**
 * Claimants by what was typed of a name: those of whom a name begins with it first, then those of whom one contains it, then, if these are
 * few, those of whom one is written much like it; by name. Names of claimants merged into them count. A blank query finds all.
 * @param kind null for all kinds
 * @returns `total` counts to one more than `COUNT_LIMIT`
 */
export async function searchClaimants(
  query: string,
  { kind, limit, offset = 0 }: { kind: Claimant["kind"] | null; limit: number; offset?: number },
): Promise<{ claimants: CountedClaimant[]; total: number }> {
  const ofKind = kind === null ? Prisma.sql`true` : Prisma.sql`k."kind" = ${kind}::"ClaimantKind"`;
  const key = query.trim() === "" ? "" : nameKeyOf(query);
  const { ids, total } =
    key === ""
      ? await readClaimantIds(
          Prisma.sql`SELECT k."id", k."name" FROM "Claimant" k WHERE k."mergedIntoId" IS NULL AND ${ofKind}`,
          Prisma.sql`lower("name"), "id"`,
          { limit, offset },
        )
      : await findClaimantIds(key, ofKind, { limit, offset });
  const [claimants, claims] = await Promise.all([
    clientOf().claimant.findMany({ where: { id: { in: ids } } }),
    countClaimsOf(ids),
  ]);
  const byId = new Map(
    claimants.map((row) => [row.id, { ...toClaimant(row), claims: claims.get(row.id) ?? 0 }] as const),
  );
  return { claimants: ids.flatMap((id) => byId.get(id) ?? []), total };
}

/** The claimants with a name like a key. */
async function findClaimantIds(
  key: string,
  ofKind: Prisma.Sql,
  page: { limit: number; offset: number },
): Promise<{ ids: string[]; total: number }> {
  const contains = Prisma.sql`n."namesKey" LIKE ${`%${literally(key)}%`}`;
  // Comparing with every name that is written much alike takes most of the time: it is left out where names contain the key.
  const [{ found } = { found: 0 }] = await clientOf().$queryRaw<{ found: number }[]>`
    SELECT count(*)::int AS "found" FROM (SELECT 1 FROM "Claimant" n WHERE ${contains} LIMIT ${FEW}) few`;
  const matches = found < FEW ? Prisma.sql`(${contains} OR ${key} <% n."namesKey")` : contains;
  return readClaimantIds(
    Prisma.sql`
      SELECT k."id", k."name", bool_or(n."namesKey" LIKE ${`%\n${literally(key)}%`}) AS "begins", bool_or(${contains}) AS "contains"
      FROM "Claimant" n JOIN "Claimant" k ON k."id" = coalesce(n."mergedIntoId", n."id")
      WHERE ${matches} AND ${ofKind}
      GROUP BY k."id"`,
    Prisma.sql`"begins" DESC, "contains" DESC, lower("name"), "id"`,
    page,
  );
}

/** A page of the claimants that a query finds, and how many there are, to one more than `COUNT_LIMIT`. */
async function readClaimantIds(
  found: Prisma.Sql,
  order: Prisma.Sql,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ ids: string[]; total: number }> {
  const [rows, [counted]] = await Promise.all([
    clientOf().$queryRaw<{ id: string }[]>`
      SELECT "id" FROM (${found}) found ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`,
    clientOf().$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total" FROM (SELECT 1 FROM (${found}) found LIMIT ${COUNT_READS}) counted`,
  ]);
  return { ids: rows.map(({ id }) => id), total: counted?.total ?? 0 };
}
