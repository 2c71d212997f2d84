import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import { COUNT_READS } from "@/lib/capped-count";
import type { ChangedField, Claim, ClaimKind, ClaimState } from "@/lib/claims/claim";
import type { DocumentNode } from "@/lib/document/document";
import { lockArticlesOf } from "./articles";
import { fromDay } from "./dates";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { toJson } from "./json";
import { readClaims, type StoredClaim } from "./read-claims";
import { clientOf, type Tx } from "./transaction";

export async function findClaim(id: string, tx?: Tx): Promise<(Claim & { deleted: boolean }) | null> {
  if (!isUuid(id)) return null;
  const [found] = await readClaims(Prisma.sql`c."id" = ${id}::uuid`, tx);
  return found ? { ...found.claim, deleted: found.deleted } : null;
}

/** Reads a claim and locks it until the transaction ends, after its article: everyone locks in this order. */
export async function lockClaim(tx: Tx, id: string): Promise<(Claim & { deleted: boolean }) | null> {
  if (!isUuid(id)) return null;
  await lockArticlesOf(tx, [id]);
  await clientOf(tx).$queryRaw`SELECT 1 FROM "Claim" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return findClaim(id, tx);
}

export async function findClaimByIdempotencyKey(key: string, tx?: Tx): Promise<Claim | null> {
  const [found] = await readClaims(Prisma.sql`c."idempotencyKey" = ${key}`, tx);
  return found?.claim ?? null;
}

/** The claims of an article whose idempotency key begins with a prefix, deleted ones included. */
export async function listClaimKeys(
  articleId: string,
  prefix: string,
  tx?: Tx,
): Promise<{ id: string; idempotencyKey: string; deleted: boolean }[]> {
  const rows = await clientOf(tx).claim.findMany({
    where: { articleId, idempotencyKey: { startsWith: prefix } },
    select: { id: true, idempotencyKey: true, deletedAt: true },
  });
  return rows.map(({ id, idempotencyKey, deletedAt }) => ({
    id,
    idempotencyKey: idempotencyKey ?? "",
    deleted: deletedAt !== null,
  }));
}

const claimsOf = (stored: readonly StoredClaim[]): Claim[] => stored.map(({ claim }) => claim);

/** All claims of an article that are not deleted, in reading order. */
export async function listClaimsOfArticle(articleId: string, tx?: Tx): Promise<Claim[]> {
  return claimsOf(
    await readClaims(
      Prisma.sql`c."articleId" = ${articleId}::uuid AND c."deletedAt" IS NULL`,
      tx,
      Prisma.sql`n."start", n."end" DESC, c."number"`,
    ),
  );
}

/** The number of claims of an article that are not deleted. */
export async function countClaimsOfArticle(articleId: string): Promise<number> {
  return clientOf().claim.count({ where: { articleId, deletedAt: null } });
}

/** Number and statement of each claim of an article, including deleted ones. */
export async function listClaimNames(
  articleId: string,
  tx?: Tx,
): Promise<{ id: string; number: number; statement: string; deleted: boolean }[]> {
  const rows = await clientOf(tx).claim.findMany({
    where: { articleId },
    select: { id: true, number: true, statement: true, deletedAt: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ deletedAt, ...name }) => ({ ...name, deleted: deletedAt !== null }));
}

/** The claims with some ids that belong to an article and are not deleted. */
export async function listClaimsById(articleId: string, ids: readonly string[]): Promise<Claim[]> {
  return claimsOf(
    await readClaims(
      Prisma.sql`c."id" = ANY (${ids.filter(isUuid)}::uuid[]) AND c."articleId" = ${articleId}::uuid AND c."deletedAt" IS NULL`,
    ),
  );
}

/** Claims in review or disputed. Written out, so that Postgres finds the index of exactly these. */
const waitsForReview = Prisma.sql`c."state" IN ('in_review', 'disputed') AND c."deletedAt" IS NULL AND NOT c."excluded"`;

/** Claims in review or disputed, longest waiting first. */
export async function listClaimsInReview(
  limit: number,
): Promise<(Claim & { article: { id: string; slug: string; title: string; scaleId: string } })[]> {
  const found = await readClaims(
    Prisma.sql`c."id" IN (SELECT c."id" FROM "Claim" c WHERE ${waitsForReview} ORDER BY c."updatedAt", c."id" LIMIT ${limit})`,
    undefined,
    Prisma.sql`c."updatedAt", c."id"`,
  );
  return found.map(({ claim, article }) => ({ ...claim, article }));
}

/** Number of claims in review or disputed, to one more than `COUNT_LIMIT`. */
export async function countClaimsInReview(): Promise<number> {
  const [row] = await clientOf().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "Claim" c WHERE ${waitsForReview} LIMIT ${COUNT_READS}) counted`;
  return row?.count ?? 0;
}

/**
 * Number of claims awaiting a person who wrote none of their content: for approval, a vote or a decision.
 * @returns at most one more than `COUNT_LIMIT`
 */
export async function countClaimsAwaiting(personId: string): Promise<number> {
  const [row] = await clientOf().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM "Claim" c LEFT JOIN "Verdict" v ON v."id" = c."currentVerdictId"
        LEFT JOIN "ClaimOutcome" o ON o."id" = c."currentOutcomeId" JOIN "Article" a ON a."id" = c."articleId"
      WHERE ${waitsForReview}
        AND ${personId}::uuid NOT IN (
          c."createdById", c."lastEditedById", CASE WHEN a."purpose" = 'manuscript' THEN o."givenById" ELSE v."givenById" END
        )
        AND (c."state" = 'disputed' OR NOT EXISTS (
          SELECT 1 FROM "Vote" o
          WHERE o."claimId" = c."id" AND o."contentRevision" = c."contentRevision" AND o."voterId" = ${personId}::uuid
        ))
      LIMIT ${COUNT_READS}
    ) counted`;
  return row?.count ?? 0;
}

/** Moves approved claims into or out of what readers see. Their content does not change. */
export async function setPublished(
  tx: Tx,
  ids: readonly string[],
  state: "approved" | "published",
  at: Date,
): Promise<void> {
  await clientOf(tx).claim.updateMany({
    where: { id: { in: [...ids] } },
    data: { state, revision: { increment: 1 }, updatedAt: at },
  });
}

export interface ClaimFields {
  statement: string;
  claimantId: string | null;
  /** At the time of the claim; null without a claimant. */
  claimantRole: string | null;
  carriedBy: string | null;
  /** ISO 8601 day. */
  claimedOn: string | null;
  kind: ClaimKind;
  tags: string[];
}

/** Numbers the claim after all that its article ever had. The article must be locked. */
export async function insertClaim(
  tx: Tx,
  claim: ClaimFields & {
    articleId: string;
    versionId: string;
    actorId: string;
    idempotencyKey: string;
    anchor: AnchorDescription;
  },
): Promise<string> {
  const client = clientOf(tx);
  const { articleId, versionId, actorId, anchor, claimedOn, ...fields } = claim;
  const last = await client.claim.aggregate({ where: { articleId }, _max: { number: true } });
  const { reservedNumbers } = await client.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { reservedNumbers: true },
  });
  const { id } = await client.claim.create({
    data: {
      ...fields,
      articleId,
      claimedOn: fromDay(claimedOn),
      number: Math.max(last._max.number ?? 0, reservedNumbers) + 1,
      createdById: actorId,
      lastEditedById: actorId,
      anchors: { create: { versionId, ...anchor } },
    },
    select: { id: true },
  });
  return id;
}

/** Changes a locked claim and raises its revision; with `editedBy`, that of its content as well. */
export async function updateClaim(
  tx: Tx,
  id: string,
  change: Partial<ClaimFields> & {
    state?: ClaimState;
    excluded?: boolean;
    excludedReason?: string | null;
    deleted?: boolean;
    editedBy?: string;
    /** Starts a new round of votes on unchanged content. */
    newRound?: boolean;
    /** Why it is a draft again; null once it is approved. */
    reopened?: { fields: readonly ChangedField[]; byId: string } | null;
  },
): Promise<void> {
  const { claimedOn, deleted, editedBy, newRound, reopened, ...plain } = change;
  await clientOf(tx).claim.update({
    where: { id },
    data: {
      ...plain,
      ...(claimedOn === undefined ? {} : { claimedOn: fromDay(claimedOn) }),
      ...(deleted === undefined ? {} : { deletedAt: deleted ? new Date() : null }),
      ...(editedBy === undefined ? {} : { lastEditedById: editedBy }),
      ...(editedBy !== undefined || newRound ? { contentRevision: { increment: 1 } } : {}),
      ...(reopened === undefined
        ? {}
        : {
            reopenedFields: [...(reopened?.fields ?? [])],
            reopenedById: reopened?.byId ?? null,
            reopenedAt: reopened ? new Date() : null,
          }),
      revision: { increment: 1 },
    },
  });
}

/** Adds a verdict and makes it the claim's. */
export async function insertVerdict(
  tx: Tx,
  verdict: {
    claimId: string;
    ratingId: string;
    rationaleDoc: DocumentNode;
    rationaleText: string;
    givenById: string;
  },
): Promise<void> {
  const client = clientOf(tx);
  const { id } = await client.verdict.create({
    data: { ...verdict, rationaleDoc: toJson(verdict.rationaleDoc) },
    select: { id: true },
  });
  await client.claim.update({ where: { id: verdict.claimId }, data: { currentVerdictId: id } });
}

/** Removes the verdict from a claim; its row stays in the history. */
export async function clearVerdict(tx: Tx, claimId: string): Promise<void> {
  await clientOf(tx).claim.update({ where: { id: claimId }, data: { currentVerdictId: null } });
}
