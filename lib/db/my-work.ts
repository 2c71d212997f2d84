import type { ClaimState } from "@/lib/claims/claim";
import { clientOf } from "./transaction";

/** A claim that awaits a person. */
export interface WaitingClaim {
  id: string;
  number: number;
  statement: string;
  state: ClaimState;
  article: { id: string; title: string };
  /** ISO 8601 instant since when it has been waiting. */
  since: string;
  /** Who sent it back, if anyone. */
  by: string | null;
  /** Their note. */
  note: string | null;
}

interface ClaimRow {
  id: string;
  number: number;
  statement: string;
  state: ClaimState;
  articleId: string;
  title: string;
  since: Date;
  by: string | null;
  note: string | null;
  total: number;
}

function toPage(rows: readonly ClaimRow[]): { items: WaitingClaim[]; total: number } {
  return {
    items: rows.map(({ articleId, title, since, total: _, ...row }) => ({
      ...row,
      article: { id: articleId, title },
      since: since.toISOString(),
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** Claims assigned to a person and not approved, longest in their state first. */
export async function listAssignedClaims(
  personId: string,
  limit: number,
): Promise<{ items: WaitingClaim[]; total: number }> {
  const rows = await clientOf().$queryRaw<ClaimRow[]>`
    SELECT c."id", c."number", c."statement", c."state"::text, c."articleId", a."title",
      coalesce(r."at", c."createdAt") AS "since", NULL AS "by", NULL AS "note", (count(*) OVER ())::int AS "total"
    FROM "Claim" c
    JOIN "Article" a ON a."id" = c."articleId"
    LEFT JOIN LATERAL (
      SELECT max(r."at") AS "at" FROM "Review" r WHERE r."claimId" = c."id" AND r."fromState" <> r."toState"
    ) r ON true
    WHERE c."assigneeId" = ${personId}::uuid AND c."state" IN ('draft', 'in_review', 'disputed')
      AND c."deletedAt" IS NULL AND NOT c."excluded"
    ORDER BY "since", c."id" LIMIT ${limit}`;
  return toPage(rows);
}

/** A person's claims that others sent back to draft: returned, or reopened by hand or by a change. Longest ago first. */
export async function listReturnedClaims(
  personId: string,
  limit: number,
): Promise<{ items: WaitingClaim[]; total: number }> {
  const rows = await clientOf().$queryRaw<ClaimRow[]>`
    SELECT c."id", c."number", c."statement", c."state"::text, c."articleId", a."title",
      r."at" AS "since", u."name" AS "by", r."note", (count(*) OVER ())::int AS "total"
    FROM (
      SELECT c."id" FROM "Claim" c WHERE c."createdById" = ${personId}::uuid AND c."state" = 'draft'
      UNION SELECT c."id" FROM "Claim" c WHERE c."lastEditedById" = ${personId}::uuid AND c."state" = 'draft'
      UNION SELECT c."id" FROM "Claim" c WHERE c."assigneeId" = ${personId}::uuid AND c."state" = 'draft'
      UNION SELECT c."id" FROM "Verdict" v JOIN "Claim" c ON c."currentVerdictId" = v."id"
        WHERE v."givenById" = ${personId}::uuid AND c."state" = 'draft' AND c."deletedAt" IS NULL AND NOT c."excluded"
          AND c."currentVerdictId" IS NOT NULL
    ) mine
    JOIN "Claim" c ON c."id" = mine."id"
    JOIN "Article" a ON a."id" = c."articleId"
    JOIN LATERAL (
      SELECT r."at", r."action", r."actorId", r."note" FROM "Review" r
      WHERE r."claimId" = c."id" AND r."fromState" <> r."toState" ORDER BY r."at" DESC, r."id" DESC LIMIT 1
    ) r ON r."action" IN ('return', 'reopen') AND r."actorId" <> ${personId}::uuid
    JOIN "User" u ON u."id" = r."actorId"
    WHERE c."state" = 'draft' AND c."deletedAt" IS NULL AND NOT c."excluded"
    ORDER BY r."at", c."id" LIMIT ${limit}`;
  return toPage(rows);
}

/** A comment that mentions a person who has not answered. */
export interface OpenMention {
  commentId: string;
  /** As stored, with mentions as ids. */
  body: string;
  by: string;
  article: { id: string; title: string };
  /** Number of its claim, if it is on one. */
  claimNumber: number | null;
  /** ISO 8601 instant. */
  since: string;
}

/** Mentions of a person in open threads where they wrote nothing afterwards, oldest first. */
export async function listOpenMentions(
  personId: string,
  limit: number,
): Promise<{ items: OpenMention[]; total: number }> {
  const rows = await clientOf().$queryRaw<
    (Omit<OpenMention, "article" | "since"> & {
      articleId: string;
      title: string;
      since: Date;
      total: number;
    })[]
  >`
    SELECT m."id" AS "commentId", m."body", u."name" AS "by", t."articleId", a."title", c."number" AS "claimNumber",
      m."at" AS "since", (count(*) OVER ())::int AS "total"
    FROM "Comment" m
    JOIN "CommentThread" t ON t."id" = m."threadId"
    JOIN "Article" a ON a."id" = t."articleId"
    JOIN "User" u ON u."id" = m."authorId"
    LEFT JOIN "Claim" c ON c."id" = t."claimId"
    WHERE t."resolvedAt" IS NULL AND m."deletedAt" IS NULL AND c."deletedAt" IS NULL
      AND m."authorId" <> ${personId}::uuid AND mentioned_ids(m."body") @> ARRAY[${personId}]
      AND NOT EXISTS (
        SELECT 1 FROM "Comment" o
        WHERE o."threadId" = m."threadId" AND o."authorId" = ${personId}::uuid AND o."at" > m."at" AND o."deletedAt" IS NULL
      )
    ORDER BY m."at", m."id" LIMIT ${limit}`;
  return {
    items: rows.map(({ articleId, title, since, total: _, ...row }) => ({
      ...row,
      article: { id: articleId, title },
      since: since.toISOString(),
    })),
    total: rows[0]?.total ?? 0,
  };
}
