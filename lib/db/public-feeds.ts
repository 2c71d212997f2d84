import type { FeedItem } from "@/lib/syndication/feed";
import type { PublishedDay } from "@/lib/syndication/sitemap";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import {
  findPublicationAnswers,
  findPublicationHeads,
  type Publication,
  readPublication,
} from "./read-publication";
import { clientOf } from "./transaction";

/* What feeds, sitemaps and data show of everything that is published. */

const current = Prisma.sql`"Publication" p JOIN "Article" a ON a."currentPublicationId" = p."id" AND a."status" = 'published'`;

/** The fact-checks that were published last, newest first. */
export async function listFeedItems(limit: number): Promise<FeedItem[]> {
  const rows = await clientOf().$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM ${current} ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT ${limit}`;
  const ids = rows.map(({ id }) => id);
  const [heads, answers] = await Promise.all([findPublicationHeads(ids), findPublicationAnswers(ids)]);
  return ids.flatMap((id) => {
    const [head, answer] = [heads.get(id), answers.get(id)];
    return head && answer ? [{ ...head, ...answer }] : [];
  });
}

/**
 * The current publications with their Reports, newest first, as far as they have `maxClaims` claims together: at least one.
 * @param query.cursor the `nextCursor` of the page before
 */
export async function listPublishedReports(query: {
  cursor: string | null;
  maxClaims: number;
}): Promise<{ publications: Publication[]; nextCursor: string | null }> {
  const { cursor, maxClaims } = query;
  const behind =
    cursor !== null && isUuid(cursor)
      ? Prisma.sql`(p."publishedAt", p."id") < (SELECT l."publishedAt", l."id" FROM "Publication" l WHERE l."id" = ${cursor}::uuid)`
      : Prisma.sql`true`;
  const rows = await clientOf().$queryRaw<{ id: string; claimCount: number }[]>`
    SELECT p."id", p."claimCount" FROM ${current} WHERE ${behind}
    ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT ${maxClaims + 1}`;
  let claims = 0;
  const end = rows.findIndex(({ claimCount }, index) => {
    claims += Math.max(1, claimCount);
    return index > 0 && claims > maxClaims;
  });
  const page = end === -1 ? rows : rows.slice(0, end);
  const publications: Publication[] = [];
  // Each is read on its own, so that other requests are answered between two.
  for (const { id } of page) {
    const publication = await readPublication({ where: { id } });
    if (publication) publications.push(publication);
  }
  return { publications, nextCursor: page.length < rows.length ? (page.at(-1)?.id ?? null) : null };
}

/** On which days the current publications were made, newest first. Each article has two pages, and one for each claim. */
export async function listPublishedDays(): Promise<PublishedDay[]> {
  const rows = await clientOf().$queryRaw<{ day: string; urls: number; changedAt: Date }[]>`
    SELECT to_char(p."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "day", sum(2 + p."claimCount")::int AS "urls",
      max(p."publishedAt") AS "changedAt"
    FROM ${current} GROUP BY 1 ORDER BY 1 DESC`;
  return rows.map(({ day, urls, changedAt }) => ({ day, urls, changedAt: changedAt.toISOString() }));
}

/** An article that is published, and the numbers of its claims. */
export interface PublishedPages {
  slug: string;
  /** ISO 8601 instant. */
  publishedAt: string;
  claims: number[];
}

/** The articles whose current publications were made in a period, newest first. @param period "2026-11" or "2026-11-30", in UTC */
export async function listPublishedPages(period: string, maxUrls: number): Promise<PublishedPages[]> {
  const [year = 0, month = 1, day] = period.split("-").map(Number);
  const from = new Date(Date.UTC(year, month - 1, day ?? 1));
  const to = new Date(day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1));
  const rows = await clientOf().$queryRaw<{ slug: string; publishedAt: Date; claims: number[] }[]>`
    SELECT p."slug", p."publishedAt",
      ARRAY(SELECT c."number" FROM "PublishedClaim" c WHERE c."publicationId" = p."id" ORDER BY c."number") AS "claims"
    FROM ${current} WHERE p."publishedAt" >= ${from} AND p."publishedAt" < ${to}
    ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT ${maxUrls}`;
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }));
}
