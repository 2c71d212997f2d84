import type { ClaimState, PersonName } from "@/lib/claims/claim";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** A claim of another article that says the same. */
export interface Relative {
  claimId: string;
  articleId: string;
  articleTitle: string;
  number: number;
  statement: string;
  state: ClaimState;
  /** Label of its rating; null without a verdict. */
  rating: string | null;
}

const described = {
  id: true,
  articleId: true,
  number: true,
  statement: true,
  state: true,
  article: { select: { title: true } },
  currentVerdict: { select: { rating: { select: { label: true } } } },
} as const;

interface Row {
  id: string;
  articleId: string;
  number: number;
  statement: string;
  state: ClaimState;
  article: { title: string };
  currentVerdict: { rating: { label: string } } | null;
}

const toRelative = ({ id, article, currentVerdict, ...row }: Row): Relative => ({
  ...row,
  claimId: id,
  articleTitle: article.title,
  rating: currentVerdict?.rating.label ?? null,
});

/** The other claims of a claim's family, without deleted and retired ones. */
export async function listRelatives(tx: Tx | undefined, claimId: string): Promise<Relative[]> {
  const member = await clientOf(tx).familyMember.findUnique({
    where: { claimId },
    select: { familyId: true },
  });
  if (!member) return [];
  const rows = await clientOf(tx).claim.findMany({
    where: {
      id: { not: claimId },
      familyMember: { familyId: member.familyId },
      deletedAt: null,
      state: { not: "retired" },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: described,
  });
  return rows.map(toRelative);
}

/** Where a claim's verdict comes from. */
export interface Adoption {
  claimId: string;
  articleId: string;
  articleTitle: string;
  number: number;
  by: PersonName;
}

/** The claim whose verdict a claim uses; null if it has its own. */
export async function findAdoption(claimId: string): Promise<Adoption | null> {
  const row = await clientOf().familyMember.findUnique({
    where: { claimId },
    select: {
      linkedBy: { select: { id: true, name: true } },
      adoptedFrom: {
        select: { id: true, articleId: true, number: true, article: { select: { title: true } } },
      },
    },
  });
  if (!row?.adoptedFrom) return null;
  const { id, articleId, number, article } = row.adoptedFrom;
  return { claimId: id, articleId, articleTitle: article.title, number, by: row.linkedBy };
}

/** Sets the claim whose verdict a claim of a family uses. */
export async function setAdoption(tx: Tx, claimId: string, adoptedFromId: string | null): Promise<void> {
  await clientOf(tx).familyMember.updateMany({ where: { claimId }, data: { adoptedFromId } });
}

/** Members of a family, at most. */
export const FAMILY_LIMIT = 200;

/**
 * Makes two claims, with their families, one family. Both claims have to be locked.
 * @returns false if the family would have more than `FAMILY_LIMIT` members
 */
export async function joinFamilies(
  tx: Tx,
  claimIds: readonly [string, string],
  linkedById: string,
): Promise<boolean> {
  const client = clientOf(tx);
  const members = await client.familyMember.findMany({
    where: { claimId: { in: [...claimIds] } },
    select: { claimId: true, familyId: true },
  });
  const families = [...new Set(members.map(({ familyId }) => familyId))].sort();
  const familyId = families[0] ?? (await client.claimFamily.create({ data: {}, select: { id: true } })).id;
  const others = families.slice(1);
  const missing = claimIds.filter((id) => !members.some(({ claimId }) => claimId === id));
  const size = await client.familyMember.count({ where: { familyId: { in: [familyId, ...others] } } });
  if (size + missing.length > FAMILY_LIMIT) return false;
  for (const other of others) {
    await client.familyMember.updateMany({ where: { familyId: other }, data: { familyId } });
    await client.claimFamily.delete({ where: { id: other } });
  }
  await client.familyMember.createMany({
    data: missing.map((claimId) => ({ claimId, familyId, linkedById })),
    skipDuplicates: true,
  });
  return true;
}

/** Takes a claim out of its family, which ends when one claim is left. @returns whether it was in one */
export async function leaveFamily(tx: Tx, claimId: string): Promise<boolean> {
  const client = clientOf(tx);
  const member = await client.familyMember.findUnique({ where: { claimId } });
  if (!member) return false;
  await client.familyMember.delete({ where: { claimId } });
  const left = await client.familyMember.count({ where: { familyId: member.familyId } });
  if (left < 2) await client.claimFamily.delete({ where: { id: member.familyId } });
  return true;
}

/** From this similarity of trigrams, 0 to 1, two statements can be the same claim. */
const MIN_SIMILARITY = 0.3;

/** Claims of other articles whose statements are alike, the most similar first; without those of its own family. */
export async function listSimilarClaims(
  claim: { id: string; articleId: string; statement: string },
  limit: number,
): Promise<Relative[]> {
  if (!isUuid(claim.id) || !isUuid(claim.articleId)) return [];
  const client = clientOf();
  const found = await client.$transaction(async (tx) => {
    // The operator `%`, which the trigram index serves, reads its limit from here.
    await tx.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(MIN_SIMILARITY)}, true)`;
    return tx.$queryRaw<{ id: string }[]>`
      SELECT c."id" FROM "Claim" c
      WHERE lower(c."statement") % lower(${claim.statement}) AND c."articleId" <> ${claim.articleId}::uuid
        AND c."deletedAt" IS NULL AND c."state" <> 'retired'
        AND NOT EXISTS (
          SELECT 1 FROM "FamilyMember" m JOIN "FamilyMember" o ON o."familyId" = m."familyId"
          WHERE m."claimId" = ${claim.id}::uuid AND o."claimId" = c."id"
        )
      ORDER BY similarity(lower(c."statement"), lower(${claim.statement})) DESC, c."updatedAt" DESC, c."id" LIMIT ${limit}`;
  });
  const rows = await client.claim.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: described,
  });
  const byId = new Map(rows.map((row) => [row.id, toRelative(row)]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}
