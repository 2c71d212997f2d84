import type { ListPoint } from "@/lib/archive/list-point";
import { writeCursor } from "@/lib/archive/list-point";
import type { ArchiveEntry, PublicClaim } from "@/lib/archive/public-claim";
import type { Rating } from "@/lib/ratings/rating";
import type { ReportClaimant } from "@/lib/reports/report";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";
import { Prisma } from "./generated/client";
import { behind, findMatches, type PageQuery } from "./public-matches";
import type { PublicationListItem } from "./public-publications";
import { findPublicationHeads } from "./read-publication";
import { clientOf } from "./transaction";

/* Lists of what readers see now, from the rows of public-rows.ts. */

/** A page of a list. `total` counts to one more than `COUNT_LIMIT`, or further. */
export interface ListPage<Item> {
  items: Item[];
  total: number;
  nextCursor: string | null;
}

/** A row of "PublicClaim", and what it is sorted by. */
export type ClaimRow = Omit<PublicClaim, "article" | "publishedAt"> & {
  slug: string;
  title: string;
  claimant: ReportClaimant | null;
  publishedAt: Date;
};

/** What lists show of a claim. */
export const claimColumns = Prisma.sql`c."articleId", c."number", c."rank", c."slug", c."title", c."language", c."statement", c."rating", c."claimant", c."publishedAt"`;

/** The order of all lists of claims, of the rows named `t`. */
const orderOf = (t: Prisma.Sql) =>
  Prisma.sql`${t}."publishedAt" DESC, ${t}."articleId" DESC, ${t}."rank" DESC`;
export const inOrder = orderOf(Prisma.sql`c`);

export const ownRank = Prisma.sql`c."rank"`;

export function toPublicClaim({ slug, title, publishedAt, ...row }: ClaimRow): PublicClaim {
  return { ...row, article: { slug, title }, publishedAt: publishedAt.toISOString() };
}

/** Takes a page of one row more than it shows. */
export function pageOf<Item extends ListPoint>(
  items: Item[],
  limit: number,
): Pick<ListPage<Item>, "items" | "nextCursor"> {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, nextCursor: items.length > limit && last ? writeCursor(last) : null };
}

/** A filter as a query of "words": the token has the form "=rating:false". */
export const tokenQuery = (token: string): string => `'${token.replace(/['\\]/g, "$&$&")}'`;

/** The claims with a topic or rating, newest first. @param token "=topic:housing" */
export async function listClaimsWith(
  token: string,
  page: PageQuery,
): Promise<Omit<ListPage<PublicClaim>, "total">> {
  const { rows } = await findMatches<ClaimRow>("claims", claimColumns, tokenQuery(token), {
    ...page,
    limit: page.limit + 1,
    isCounted: false,
  });
  return pageOf(rows.map(toPublicClaim), page.limit);
}

/** The articles of a month or a publisher, newest first. */
export async function listArticlesOf(
  of: { month: string } | { publisher: string },
  { limit, after }: PageQuery,
): Promise<Omit<ListPage<PublicationListItem>, "total">> {
  const matches =
    "month" in of ? Prisma.sql`c."month" = ${of.month}` : Prisma.sql`c."publisherSlug" = ${of.publisher}`;
  const rows = await clientOf().$queryRaw<{ articleId: string; publicationId: string; publishedAt: Date }[]>`
    SELECT c."articleId", c."publicationId", c."publishedAt" FROM "PublicArticle" c
    WHERE ${matches} AND ${behind(after, Prisma.sql`0`)} ORDER BY c."publishedAt" DESC, c."articleId" DESC LIMIT ${limit + 1}`;
  const { items, nextCursor } = pageOf(
    rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString(), rank: 0 })),
    limit,
  );
  return { items: await articlesOf(items.map(({ publicationId }) => publicationId)), nextCursor };
}

/** What lists show of publications, in the same order. */
export async function articlesOf(publicationIds: readonly string[]): Promise<PublicationListItem[]> {
  const heads = await findPublicationHeads(publicationIds);
  return publicationIds.flatMap((publicationId) => {
    const head = heads.get(publicationId);
    if (!head) return [];
    const { id: _, ...item } = head;
    return [item];
  });
}

/** Kinds of counts. */
export type CountKind = "all" | "month" | "publisher" | "topic" | "claimant" | "rating" | "language";

interface CountRow {
  key: string;
  label: string;
  detail: Rating | null;
  count: number;
}

const toEntry = ({ detail, ...row }: CountRow): ArchiveEntry => ({ ...row, rating: detail });

/** The months that have something, newest first. There are twelve a year. */
export async function listMonths(): Promise<ArchiveEntry[]> {
  const rows = await clientOf().$queryRaw<CountRow[]>`
    SELECT "key", "label", "detail", "count" FROM "PublicCount" WHERE "kind" = 'month' ORDER BY "key" DESC LIMIT 2400`;
  return rows.map(toEntry);
}

/** Entries with the most articles or claims first. */
export async function listEntries(
  kind: CountKind,
  { limit, after }: PageQuery,
): Promise<{ entries: ArchiveEntry[]; nextCursor: string | null }> {
  const [, count, key] = /^(\d{1,9})~(.{1,400})$/su.exec(stripUnstorableCharacters(after ?? "")) ?? [];
  const rest =
    key === undefined ? Prisma.sql`true` : Prisma.sql`("count", "key") < (${Number(count)}::int, ${key})`;
  const rows = await clientOf().$queryRaw<CountRow[]>`
    SELECT "key", "label", "detail", "count" FROM "PublicCount" WHERE "kind" = ${kind} AND ${rest}
    ORDER BY "count" DESC, "key" DESC LIMIT ${limit + 1}`;
  const last = rows[limit - 1];
  return {
    entries: rows.slice(0, limit).map(toEntry),
    nextCursor: rows.length > limit && last ? `${last.count}~${last.key}` : null,
  };
}

/** One entry; null if nothing public has it. */
export async function findEntry(kind: CountKind, key: string): Promise<ArchiveEntry | null> {
  const [row] = await clientOf().$queryRaw<CountRow[]>`
    SELECT "key", "label", "detail", "count" FROM "PublicCount" WHERE "kind" = ${kind} AND "key" = ${key}`;
  return row ? toEntry(row) : null;
}

/** How many entries of each kind there are, to one more than `limit`. */
export async function countEntries(
  kinds: readonly CountKind[],
  limit: number,
): Promise<Map<CountKind, number>> {
  const rows = await clientOf().$queryRaw<{ kind: CountKind; total: number }[]>`
    SELECT k.kind, (SELECT count(*)::int FROM (SELECT 1 FROM "PublicCount" c WHERE c."kind" = k.kind LIMIT ${limit}) counted) AS "total"
    FROM unnest(${[...kinds]}::text[]) k(kind)`;
  return new Map(rows.map(({ kind, total }) => [kind, total]));
}
