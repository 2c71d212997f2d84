import type { IdleWork } from "@/lib/watching/idle-step";
import { clientOf, type Tx } from "./transaction";

/** Assigned work that may be idle. */
export interface WorkToRemindOf extends IdleWork {
  articleId: string;
  /** Null for the article as a whole. */
  claimId: string | null;
}

/** Assigned work with an open reminder. */
export interface RemindedWork extends WorkToRemindOf {
  flagId: string;
  ownerId: string | null;
  remindedAt: Date;
}

/**
 * Assigned drafts, and open articles with a lead, that no one changed since a time and that have no reminder; those without a change for the
 * longest time first. A change is one by a person, or a comment.
 */
export async function listIdleWork(tx: Tx, since: Date, limit: number): Promise<WorkToRemindOf[]> {
  const rows = await clientOf(tx).$queryRaw<Omit<WorkToRemindOf, "remindedAt" | "escalatedAt">[]>`
    (SELECT c."articleId", c."id" AS "claimId", e."changedAt"
     FROM "Claim" c CROSS JOIN LATERAL (
       SELECT greatest(
         (SELECT a."at" FROM "AuditEvent" a WHERE a."targetType" = 'claim' AND a."targetId" = c."id"::text
            AND a."actorId" IS NOT NULL ORDER BY a."id" DESC LIMIT 1),
         (SELECT max(m."at") FROM "CommentThread" t JOIN "Comment" m ON m."threadId" = t."id" WHERE t."claimId" = c."id")
       ) AS "changedAt"
     ) e
     WHERE c."assigneeId" IS NOT NULL AND c."state" = 'draft' AND c."deletedAt" IS NULL AND NOT c."excluded"
       AND c."updatedAt" <= ${since} AND e."changedAt" <= ${since}
       AND NOT EXISTS (SELECT 1 FROM "Flag" f WHERE f."key" = 'idle:' || c."id"::text AND f."resolvedAt" IS NULL)
     ORDER BY c."updatedAt", c."id" LIMIT ${limit})
    UNION ALL
    (SELECT p."articleId", NULL, p."activeAt"
     FROM "ArticleProgress" p
     WHERE p."stage" IN ('draft', 'in_progress', 'in_review', 'ready') AND p."leadId" IS NOT NULL AND p."activeAt" <= ${since}
       AND NOT EXISTS (SELECT 1 FROM "Flag" f WHERE f."key" = 'idle:' || p."articleId"::text AND f."resolvedAt" IS NULL)
     ORDER BY p."activeAt", p."articleId" LIMIT ${limit})`;
  return rows.map((row) => ({ ...row, remindedAt: null, escalatedAt: null }));
}

/**
 * Work with an open reminder that was changed since, or whose owner was reminded before a time. Locked, so that no other instance reminds.
 * @param before of the reminder of the owner; null for no time, so that only changed work is listed
 */
export async function listRemindedWork(tx: Tx, before: Date | null, limit: number): Promise<RemindedWork[]> {
  return clientOf(tx).$queryRaw<RemindedWork[]>`
    SELECT f."id" AS "flagId", f."articleId", f."claimId", f."ownerId", f."madeAt" AS "remindedAt", f."escalatedAt", e."changedAt"
    FROM "Flag" f CROSS JOIN LATERAL (
      SELECT CASE WHEN f."claimId" IS NULL
        THEN (SELECT p."activeAt" FROM "ArticleProgress" p WHERE p."articleId" = f."articleId")
        ELSE greatest(
          (SELECT a."at" FROM "AuditEvent" a WHERE a."targetType" = 'claim' AND a."targetId" = f."claimId"::text
             AND a."actorId" IS NOT NULL ORDER BY a."id" DESC LIMIT 1),
          (SELECT max(m."at") FROM "CommentThread" t JOIN "Comment" m ON m."threadId" = t."id" WHERE t."claimId" = f."claimId")
        ) END AS "changedAt"
    ) e
    WHERE f."kind" = 'idle' AND f."resolvedAt" IS NULL
      AND (e."changedAt" > f."madeAt" OR (f."escalatedAt" IS NULL AND f."madeAt" <= ${before}))
    ORDER BY f."madeAt", f."id" LIMIT ${limit} FOR UPDATE OF f SKIP LOCKED`;
}

/** Notes that the leads were reminded, too. */
export async function markEscalated(tx: Tx, flagIds: readonly string[], at: Date): Promise<void> {
  await clientOf(tx).flag.updateMany({ where: { id: { in: [...flagIds] } }, data: { escalatedAt: at } });
}
