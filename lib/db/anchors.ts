import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import type { Anchor, AnchorOutcome } from "@/lib/claims/claim";
import { clientOf, type Tx } from "./transaction";

export interface ConfirmedAnchor {
  claimId: string;
  /** Deleted claims are re-anchored too, because they can be restored. */
  deleted: boolean;
  /** The version that it is anchored in. */
  versionId: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** For every claim of an article, including deleted ones, the newest anchor that did not need checking. */
export async function listConfirmedAnchors(articleId: string, tx?: Tx): Promise<ConfirmedAnchor[]> {
  const rows = await clientOf(tx).$queryRaw<
    (Omit<ConfirmedAnchor, "versionId"> & { versionId: string | null })[]
  >`
    SELECT c."id" AS "claimId", c."deletedAt" IS NOT NULL AS "deleted", n."versionId", n."start", n."end", n."exact", n."prefix", n."suffix"
    FROM "Claim" c
    LEFT JOIN LATERAL (
      SELECT * FROM "Anchor" n WHERE n."claimId" = c."id" AND n."outcome" NOT IN ('changed', 'orphaned')
      ORDER BY n."createdAt" DESC, n."id" DESC LIMIT 1
    ) n ON true
    WHERE c."articleId" = ${articleId}::uuid
    ORDER BY c."number"`;
  return rows.map(({ versionId, ...row }) => {
    if (versionId === null) throw new Error(`claim ${row.claimId} was never anchored`);
    return { ...row, versionId };
  });
}

/** The text of claims in their newest anchor that did not need checking, by claim. */
export async function listFormerWords(claimIds: readonly string[], tx?: Tx): Promise<Map<string, string>> {
  if (claimIds.length === 0) return new Map();
  const rows = await clientOf(tx).$queryRaw<{ claimId: string; exact: string }[]>`
    SELECT DISTINCT ON (n."claimId") n."claimId", n."exact" FROM "Anchor" n
    WHERE n."claimId" = ANY (${claimIds}::uuid[]) AND n."outcome" NOT IN ('changed', 'orphaned')
    ORDER BY n."claimId", n."createdAt" DESC, n."id" DESC`;
  return new Map(rows.map(({ claimId, exact }) => [claimId, exact]));
}

/** The order of claims in their text: by start, then longer ones first, then by number. */
export type ReadingOrder = readonly [start: number, minusEnd: number, number: number];

/**
 * Ids of an article's claims in reading order, without deleted ones.
 * @param after leaves out those up to this point of the order
 */
export async function listAnchoredClaims(
  articleId: string,
  after: ReadingOrder | null,
  limit: number,
): Promise<{ id: string; order: ReadingOrder }[]> {
  const [start, minusEnd, number] = after ?? [-1, 0, 0];
  const rows = await clientOf().$queryRaw<{ id: string; start: number; end: number; number: number }[]>`
    SELECT c."id", n."start", n."end", c."number"
    FROM "Article" a
    JOIN "Anchor" n ON n."versionId" = a."currentVersionId"
    JOIN "Claim" c ON c."id" = n."claimId"
    WHERE a."id" = ${articleId}::uuid AND c."deletedAt" IS NULL AND n."start" >= ${start}
      AND (n."start", -n."end", c."number") > (${start}, ${minusEnd}, ${number})
    ORDER BY n."start", -n."end", c."number" LIMIT ${limit}`;
  return rows.map((row) => ({ id: row.id, order: [row.start, -row.end, row.number] }));
}

export type NewAnchor = AnchorDescription & { claimId: string; outcome: AnchorOutcome; score: number | null };

/** A claim's anchor in one of several versions. */
export interface AnchorInVersion {
  claimId: string;
  number: number;
  statement: string;
  versionId: string;
  start: number;
  end: number;
  exact: string;
  outcome: AnchorOutcome;
}

/** The anchors of an article's claims in some of its versions, without deleted claims. */
export async function listAnchorsInVersions(versionIds: readonly string[]): Promise<AnchorInVersion[]> {
  const rows = await clientOf().anchor.findMany({
    where: { versionId: { in: [...versionIds] }, claim: { deletedAt: null } },
    include: { claim: { select: { number: true, statement: true } } },
    orderBy: [{ start: "asc" }, { end: "desc" }],
  });
  return rows.map(({ claim, claimId, versionId, start, end, exact, outcome }) => ({
    claimId,
    number: claim.number,
    statement: claim.statement,
    versionId,
    start,
    end,
    exact,
    outcome,
  }));
}

/** Stores the anchors of claims in a new version. */
export async function insertAnchors(tx: Tx, versionId: string, anchors: readonly NewAnchor[]): Promise<void> {
  // As one parameter: Prisma takes half a second to write the statement for 500 rows.
  await clientOf(tx).$executeRaw`
    INSERT INTO "Anchor" ("id", "versionId", "claimId", "start", "end", "exact", "prefix", "suffix", "outcome", "score")
    SELECT gen_random_uuid(), ${versionId}::uuid, r."claimId", r."start", r."end", r."exact", r."prefix", r."suffix", r."outcome", r."score"
    FROM jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) AS r(
      "claimId" uuid, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text,
      "outcome" "AnchorOutcome", "score" double precision)`;
}

/** Replaces a claim's anchor in a version, as confirmed by an editor. */
export async function updateAnchor(
  tx: Tx,
  claimId: string,
  versionId: string,
  anchor: AnchorDescription,
): Promise<void> {
  await clientOf(tx).anchor.update({
    where: { claimId_versionId: { claimId, versionId } },
    data: { ...anchor, outcome: "confirmed", score: null },
  });
}

/** An anchor with how it was found in its version. */
export type FoundAnchor = AnchorDescription & Pick<Anchor, "outcome" | "score">;

/** Replaces a claim's anchor in a version by one that it had before. */
export async function restoreAnchorRow(
  tx: Tx,
  claimId: string,
  versionId: string,
  { start, end, exact, prefix, suffix, outcome, score }: FoundAnchor,
): Promise<void> {
  await clientOf(tx).anchor.update({
    where: { claimId_versionId: { claimId, versionId } },
    data: { start, end, exact, prefix, suffix, outcome, score },
  });
}
