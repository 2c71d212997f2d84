import { PRESENCE, type PresentTab } from "@/lib/live/presence";
import { clientOf } from "./transaction";

/** Records an open tab, and notifies others if that is new. A tab always belongs to the person who opened it. */
export async function recordTab(tab: {
  tabId: string;
  userId: string;
  articleId: string;
  claimId: string | null;
  editing: boolean;
}): Promise<void> {
  const { tabId, userId, articleId, claimId, editing } = tab;
  await clientOf().$executeRaw`
    WITH before AS (
      SELECT 1 FROM "Presence" WHERE "tabId" = ${tabId}::uuid AND "articleId" = ${articleId}::uuid
        AND "claimId" IS NOT DISTINCT FROM ${claimId}::uuid AND "editing" = ${editing}
        AND "seenAt" > now() - make_interval(secs => ${PRESENCE.gone / 1000}::float8)
    ), noted AS (
      INSERT INTO "Presence" ("tabId", "userId", "articleId", "claimId", "editing", "seenAt")
      VALUES (${tabId}::uuid, ${userId}::uuid, ${articleId}::uuid, ${claimId}::uuid, ${editing}, now())
      ON CONFLICT ("tabId") DO UPDATE SET "articleId" = EXCLUDED."articleId", "claimId" = EXCLUDED."claimId",
        "editing" = EXCLUDED."editing", "seenAt" = now()
        WHERE "Presence"."userId" = EXCLUDED."userId"
      RETURNING 1
    )
    SELECT pg_notify('obelus_presence', ${articleId}) FROM noted WHERE NOT EXISTS (SELECT 1 FROM before)`;
}

/** Removes a closed tab. */
export async function forgetTab(tabId: string, userId: string): Promise<void> {
  await clientOf().$executeRaw`
    WITH gone AS (
      DELETE FROM "Presence" WHERE ("tabId" = ${tabId}::uuid AND "userId" = ${userId}::uuid)
        OR "seenAt" < now() - interval '5 minutes'
      RETURNING "articleId"
    )
    SELECT pg_notify('obelus_presence', "articleId"::text) FROM gone`;
}

/** The tabs in which an article is open. */
export async function listTabs(articleId: string): Promise<PresentTab[]> {
  return clientOf().$queryRaw<PresentTab[]>`
    SELECT p."tabId"::text, p."userId"::text, u."name", u."role" = 'guest' AS "guest", p."claimId"::text, p."editing",
      (${PRESENCE.gone} - extract(epoch FROM now() - p."seenAt") * 1000)::int AS "left"
    FROM "Presence" p JOIN "User" u ON u."id" = p."userId"
    WHERE p."articleId" = ${articleId}::uuid AND u."disabledAt" IS NULL
      AND p."seenAt" > now() - make_interval(secs => ${PRESENCE.gone / 1000}::float8)
    ORDER BY u."name", p."tabId" LIMIT 200`;
}
