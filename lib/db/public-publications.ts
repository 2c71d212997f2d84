import { COUNT_READS } from "@/lib/capped-count";
import { redactPublicText } from "@/lib/redactions/apply-redactions";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { isIn, type Period } from "./public-periods";
import {
  findPublicationHeads,
  type Publication,
  type PublicationHead,
  readPublication,
} from "./read-publication";
import { toAppliedRedactions, withRedactions } from "./redactions";
import { clientOf } from "./transaction";

/**
 * What anyone can see. These functions read only the publications of published articles, and why an article was unpublished: no drafts,
 * people or settings are reachable through them.
 */

export type PublicationListItem = Omit<PublicationHead, "id">;

/** The current publication of an article, by slug, without what was redacted. */
export function findCurrentPublication(slug: string): Promise<Publication | null> {
  return readPublication({
    where: { currentOf: { slug: stripUnstorableCharacters(slug), status: "published" } },
  });
}

/** The slug of an article that readers can open; null if it is not published. */
export async function findPublishedSlug(articleId: string): Promise<string | null> {
  const article = await clientOf().article.findFirst({
    where: { id: articleId, status: "published" },
    select: { slug: true },
  });
  return article?.slug ?? null;
}

/**
 * Current publications, newest first. `cursor` is the `nextCursor` of the page before.
 * @returns `total` counts to one more than `COUNT_LIMIT`
 */
export async function listPublications(query: {
  cursor?: string | undefined;
  limit: number;
}): Promise<{ items: PublicationListItem[]; nextCursor: string | null; total: number }> {
  const { cursor, limit } = query;
  const client = clientOf();
  const current = Prisma.sql`"Publication" p JOIN "Article" a ON a."currentPublicationId" = p."id" AND a."status" = 'published'`;
  const behind =
    cursor && isUuid(cursor)
      ? Prisma.sql`(p."publishedAt", p."id") < (SELECT l."publishedAt", l."id" FROM "Publication" l WHERE l."id" = ${cursor}::uuid)`
      : Prisma.sql`true`;
  const [ids, [counted]] = await Promise.all([
    client.$queryRaw<{ id: string }[]>`
      SELECT p."id" FROM ${current} WHERE ${behind} ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT ${limit + 1}`,
    client.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total" FROM (SELECT 1 FROM ${current} LIMIT ${COUNT_READS}) counted`,
  ]);
  const page = ids.slice(0, limit).map(({ id }) => id);
  const heads = await findPublicationHeads(page);
  return {
    items: page.flatMap((id) => {
      const { id: _, ...item } = heads.get(id) ?? { id: null };
      return "slug" in item ? [item] : [];
    }),
    nextCursor: ids.length > limit ? (page.at(-1) ?? null) : null,
    total: counted?.total ?? 0,
  };
}

/** One of several publications of an article. */
export interface PublicationNumber {
  number: number;
  /** ISO 8601 instant. */
  publishedAt: string;
}

/** The publications of a published article, newest first. */
export async function listPublicationNumbers(slug: string): Promise<PublicationNumber[]> {
  const rows = await clientOf().publication.findMany({
    where: { article: { slug: stripUnstorableCharacters(slug), status: "published" } },
    orderBy: { number: "desc" },
    select: { number: true, publishedAt: true },
  });
  return rows.map(({ number, publishedAt }) => ({ number, publishedAt: publishedAt.toISOString() }));
}

/** A current or earlier publication of a published article, by number, without what was redacted. */
export function findNumberedPublication(slug: string, number: number): Promise<Publication | null> {
  return readPublication({
    where: { number, article: { slug: stripUnstorableCharacters(slug), status: "published" } },
  });
}

/** Notice that a fact-check was unpublished, for readers who open its address. */
export interface Unpublication {
  slug: string;
  title: string;
  reason: string;
  /** ISO 8601 instant. */
  at: string;
}

const unpublicationFields = {
  reason: true,
  at: true,
  article: { select: { slug: true, ...withRedactions } },
  publication: { select: { title: true } },
} as const;

/** Why an article was unpublished; null if it is published, or never was. */
export async function findUnpublication(slug: string): Promise<Unpublication | null> {
  const row = await clientOf().unpublication.findFirst({
    where: { article: { slug: stripUnstorableCharacters(slug), status: "unpublished" } },
    orderBy: { at: "desc" },
    select: unpublicationFields,
  });
  return row && toUnpublication(row);
}

/** The unpublished fact-checks, latest first: the last time of each article. @param madeIn only those of a period */
export async function listUnpublications(limit: number, madeIn?: Period): Promise<Unpublication[]> {
  const ids = await clientOf().$queryRaw<{ id: string }[]>`
    SELECT u."id" FROM "Unpublication" u JOIN "Article" a ON a."id" = u."articleId" AND a."status" = 'unpublished'
    WHERE ${isIn(Prisma.sql`u."at"`, madeIn)} AND NOT EXISTS (
      SELECT 1 FROM "Unpublication" l WHERE l."articleId" = u."articleId" AND (l."at", l."id") > (u."at", u."id")
    )
    ORDER BY u."at" DESC, u."id" DESC LIMIT ${limit}`;
  const rows = await clientOf().unpublication.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: unpublicationFields,
  });
  return rows.map(toUnpublication);
}

function toUnpublication(row: {
  reason: string;
  at: Date;
  article: { slug: string; redactions: Parameters<typeof toAppliedRedactions>[0] };
  publication: { title: string };
}): Unpublication {
  const redactions = toAppliedRedactions(row.article.redactions);
  return {
    slug: row.article.slug,
    title: redactPublicText(row.publication.title, redactions),
    reason: redactPublicText(row.reason, redactions),
    at: row.at.toISOString(),
  };
}
