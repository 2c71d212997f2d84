import { Prisma } from "./generated/client";
import { type Publication, readPublications } from "./read-publication";
import { clientOf } from "./transaction";

/*
 * What was published in a period, as anyone can see it: only current publications of published articles.
 */

/** ISO 8601 instants; `before` is not included. */
export interface Period {
  from: string;
  before: string;
}

/** How many claims and articles were published in a period: their current publications were made in it. */
export async function countPublishedIn({
  from,
  before,
}: Period): Promise<{ articles: number; claims: number }> {
  const { _count, _sum } = await clientOf().publication.aggregate({
    where: { currentOf: { status: "published" }, publishedAt: { gte: new Date(from), lt: new Date(before) } },
    _count: true,
    _sum: { claimCount: true },
  });
  return { articles: _count, claims: _sum.claimCount ?? 0 };
}

/** Ids of current publications that were made in a period, the oldest first. */
export async function listPublishedIn({ from, before }: Period, limit: number): Promise<string[]> {
  const rows = await clientOf().publication.findMany({
    where: { currentOf: { status: "published" }, publishedAt: { gte: new Date(from), lt: new Date(before) } },
    orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The current publication of an article that was first published in a period. */
export interface FirstPublished {
  publicationId: string;
  claims: number;
}

/** The articles that were first published in a period and are public now, the oldest first. */
export function listFirstPublishedIn({ from, before }: Period, limit: number): Promise<FirstPublished[]> {
  return clientOf().$queryRaw<FirstPublished[]>`
    SELECT c."id" AS "publicationId", c."claimCount" AS "claims"
    FROM "Publication" f
    JOIN "Article" a ON a."id" = f."articleId" AND a."status" = 'published'
    JOIN "Publication" c ON c."id" = a."currentPublicationId"
    WHERE f."number" = 1 AND f."publishedAt" >= ${new Date(from)} AND f."publishedAt" < ${new Date(before)}
    ORDER BY f."publishedAt", f."id" LIMIT ${limit}`;
}

/**
 * Some publications, if readers can still see them, without what was redacted. Each of the few is parsed at once: read thousands in small parts, so that
 * other requests are answered in between.
 */
export function readCurrentPublications(ids: readonly string[]): Promise<Publication[]> {
  return readPublications({
    where: { id: { in: [...ids] }, currentOf: { status: "published" } },
    orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
  });
}

/** SQL that is true for times in a period; for all without one. @param column an SQL expression */
export function isIn(column: Prisma.Sql, period: Period | undefined): Prisma.Sql {
  return period
    ? Prisma.sql`${column} >= ${new Date(period.from)} AND ${column} < ${new Date(period.before)}`
    : Prisma.sql`true`;
}
