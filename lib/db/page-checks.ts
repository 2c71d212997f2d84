import { clientOf, type Tx } from "./transaction";

/**
 * Sources with a page that published claims cite and that was not checked since a time, the longest ago first. Confidential ones are left
 * out: a visit could reveal them.
 */
export async function listPagesDue(before: Date, limit: number): Promise<{ id: string; url: string }[]> {
  return clientOf().$queryRaw<{ id: string; url: string }[]>`
    SELECT s."id", s."url" FROM "Source" s
    WHERE s."url" IS NOT NULL AND NOT s."confidential" AND (s."pageCheckedAt" IS NULL OR s."pageCheckedAt" <= ${before})
      AND EXISTS (
        SELECT 1 FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId" JOIN "Article" a ON a."id" = c."articleId"
        JOIN "PublishedClaim" p ON p."publicationId" = a."currentPublicationId" AND p."number" = c."number"
        WHERE e."sourceId" = s."id" AND a."status" = 'published' AND c."deletedAt" IS NULL
      )
    ORDER BY s."pageCheckedAt" NULLS FIRST, s."id" LIMIT ${limit}`;
}

/** Notes that a source's page was compared with its saved copy, or could not be. */
export async function recordPageCheck(tx: Tx | undefined, sourceId: string, at: Date): Promise<void> {
  // Not a change of the source: its revision and update time stay the same.
  await clientOf(tx).$executeRaw`UPDATE "Source" SET "pageCheckedAt" = ${at} WHERE "id" = ${sourceId}::uuid`;
}

/** When a source's page was last checked, ISO 8601 instant; null for never. */
export async function findPageCheckTime(sourceId: string): Promise<string | null> {
  const row = await clientOf().source.findUnique({
    where: { id: sourceId },
    select: { pageCheckedAt: true },
  });
  return row?.pageCheckedAt?.toISOString() ?? null;
}

/** A signed-off claim that cites a source, with what it quotes from it. */
export interface CitingClaim {
  claimId: string;
  articleId: string;
  excerpts: string[];
}

/** Claims that cite a source and are signed off, or that readers see now; not deleted, excluded or retired ones. */
export async function listCitingClaims(
  tx: Tx | undefined,
  sourceId: string,
  limit: number,
): Promise<CitingClaim[]> {
  return clientOf(tx).$queryRaw<CitingClaim[]>`
    SELECT c."id" AS "claimId", c."articleId",
      array_remove(array_agg(e."excerpt" ORDER BY e."position"), NULL) AS "excerpts"
    FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId" JOIN "Article" a ON a."id" = c."articleId"
    WHERE e."sourceId" = ${sourceId}::uuid AND c."deletedAt" IS NULL AND NOT c."excluded" AND c."state" <> 'retired'
      AND (c."state" IN ('approved', 'published') OR EXISTS (
        SELECT 1 FROM "PublishedClaim" p WHERE p."publicationId" = a."currentPublicationId" AND p."number" = c."number"
      ))
    GROUP BY c."id" ORDER BY c."id" LIMIT ${limit}`;
}
