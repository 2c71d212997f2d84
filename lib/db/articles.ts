import type { Plan } from "@/lib/board/plan";
import type { Priority } from "@/lib/board/priority";
import { COUNT_READS } from "@/lib/capped-count";
import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import type { PersonName } from "@/lib/claims/claim";
import type { ArticleStatus } from "@/lib/review/article-status";
import { type ArticleVersion, storeVersion, type VersionText } from "./article-versions";
import { fromDay, toDay } from "./dates";
import { type Article as ArticleRow, Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

export interface ArticleDetails {
  title: string;
  publisher: string | null;
  byline: string | null;
  sourceUrl: string | null;
  /** ISO 8601 day. */
  publishedOn: string | null;
  /** BCP 47. */
  language: string;
  /** The answer of the check in one paragraph; null if it is made from the counts. A change without it leaves it as it is. */
  finding?: string | null | undefined;
}

export interface Article extends ArticleDetails, Plan {
  finding: string | null;
  id: string;
  slug: string;
  purpose: ArticlePurpose;
  status: ArticleStatus;
  /** Raised by every change of the article itself; an edit made on an older revision is a conflict. */
  revision: number;
  requiredApprovals: number;
  scaleId: string;
  currentVersionId: string;
  currentPublicationId: string | null;
  createdBy: PersonName;
  /** ISO 8601 instants. */
  createdAt: string;
  updatedAt: string;
}

const personName = { select: { id: true, name: true } } as const;
const withAuthor = { createdBy: personName } as const;
const withPeople = { ...withAuthor, lead: personName } as const;

function toArticle(row: ArticleRow & { createdBy: PersonName; lead: PersonName | null }): Article {
  if (!row.currentVersionId) throw new Error(`article ${row.id} has no version`);
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    publisher: row.publisher,
    byline: row.byline,
    sourceUrl: row.sourceUrl,
    publishedOn: toDay(row.publishedOn),
    language: row.language,
    finding: row.finding,
    purpose: row.purpose,
    status: row.status,
    revision: row.revision,
    requiredApprovals: row.requiredApprovals,
    scaleId: row.scaleId,
    currentVersionId: row.currentVersionId,
    currentPublicationId: row.currentPublicationId,
    createdBy: { id: row.createdBy.id, name: row.createdBy.name },
    lead: row.lead && { id: row.lead.id, name: row.lead.name },
    dueAt: row.dueAt?.toISOString() ?? null,
    priority: row.priority,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function detailsData({ finding, ...details }: ArticleDetails) {
  return {
    ...details,
    ...(finding !== undefined && { finding }),
    publishedOn: fromDay(details.publishedOn),
  };
}

export async function findArticle(id: string, tx?: Tx): Promise<Article | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).article.findUnique({ where: { id }, include: withPeople });
  return row && toArticle(row);
}

/** The existing articles with some ids, by id. */
export async function findArticles(ids: readonly string[]): Promise<Map<string, Article>> {
  const rows = await clientOf().article.findMany({
    where: { id: { in: [...new Set(ids)].filter(isUuid) } },
    include: withPeople,
  });
  return new Map(rows.map((row) => [row.id, toArticle(row)]));
}

export async function findArticleBySlug(slug: string, tx?: Tx): Promise<Article | null> {
  const row = await clientOf(tx).article.findUnique({ where: { slug }, include: withPeople });
  return row && toArticle(row);
}

/** The newest article imported from an address. */
export async function findArticleBySource(sourceUrl: string): Promise<Article | null> {
  const row = await clientOf().article.findFirst({
    where: { sourceUrl },
    orderBy: { createdAt: "desc" },
    include: withPeople,
  });
  return row && toArticle(row);
}

/** Articles whose current text shares hashes with a sketch, those that share most first. */
export async function listArticlesLike(
  sketch: readonly number[],
  limit: number,
): Promise<{ id: string; slug: string; title: string; versionId: string; sketch: number[] }[]> {
  // OFFSET 0 makes Postgres look up the article of each match: it expects far too many matches.
  return clientOf().$queryRaw`
    SELECT a."id", a."slug", a."title", v."id" AS "versionId", v."sketch"
    FROM "ArticleVersion" v
    CROSS JOIN LATERAL (
      SELECT a."id", a."slug", a."title", a."createdAt" FROM "Article" a WHERE a."currentVersionId" = v."id" OFFSET 0
    ) a
    WHERE v."sketch" && ${sketch}::int[]
    ORDER BY (SELECT count(*) FROM unnest(v."sketch") hash WHERE hash = ANY (${sketch}::int[])) DESC, a."createdAt" DESC
    LIMIT ${limit}`;
}

/**
 * Reads an article and locks it, including the numbering of its claims, until the transaction ends. Everyone locks an article before its claims; what
 * publishing shares with all articles comes last. The lock lets others insert rows that refer to the article, such as audit events: they would wait for
 * the article with their claims locked.
 */
export async function lockArticle(tx: Tx, id: string): Promise<Article | null> {
  if (!isUuid(id)) return null;
  await clientOf(tx).$queryRaw`SELECT 1 FROM "Article" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return findArticle(id, tx);
}

/** Locks the articles of some claims, all in one order. */
export async function lockArticlesOf(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await clientOf(tx).$queryRaw`
    SELECT 1 FROM "Article"
    WHERE "id" IN (SELECT "articleId" FROM "Claim" WHERE "id" = ANY (${claimIds.filter(isUuid)}::uuid[]))
    ORDER BY "id" FOR NO KEY UPDATE`;
}

export async function isSlugTaken(tx: Tx, slug: string): Promise<boolean> {
  return (await clientOf(tx).article.count({ where: { slug } })) > 0;
}

/** Stores an article together with the first version of its text. */
export async function insertArticle(
  tx: Tx,
  article: ArticleDetails & {
    slug: string;
    purpose: ArticlePurpose;
    scaleId: string;
    requiredApprovals: number;
    createdById: string;
  },
  version: VersionText,
): Promise<{ article: Article; version: ArticleVersion }> {
  const client = clientOf(tx);
  const { id } = await client.article.create({
    data: { ...article, finding: null, ...detailsData(article) },
    select: { id: true },
  });
  const stored = await storeVersion(tx, { id, createdById: article.createdById }, 1, version);
  const row = await client.article.update({
    where: { id },
    data: { currentVersionId: stored.id },
    include: withPeople,
  });
  return { article: toArticle(row), version: stored };
}

/** Changes an article if its revision still matches. @returns null if it does not */
export async function updateArticle(
  tx: Tx,
  id: string,
  revision: number,
  change:
    | ArticleDetails
    | { status: "published"; currentPublicationId: string }
    | { status: "unpublished"; currentPublicationId: null }
    | { requiredApprovals: number }
    | { scaleId: string }
    | { purpose: ArticlePurpose }
    | { leadId: string | null; dueAt: Date | null; priority: Priority },
): Promise<Article | null> {
  const data = "title" in change ? detailsData(change) : change;
  const { count } = await clientOf(tx).article.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  return count === 0 ? null : findArticle(id, tx);
}

export interface ClaimCounts {
  draft: number;
  in_review: number;
  disputed: number;
  approved: number;
  excluded: number;
  total: number;
}

const noClaims: ClaimCounts = { draft: 0, in_review: 0, disputed: 0, approved: 0, excluded: 0, total: 0 };

export interface ArticleListItem {
  id: string;
  slug: string;
  title: string;
  publisher: string | null;
  status: ArticleStatus;
  /** `approved` includes published claims. */
  claimCounts: ClaimCounts;
  /** ISO 8601 instants. */
  updatedAt: string;
  publishedAt: string | null;
  createdBy: PersonName;
}

/**
 * Articles, the most recently changed first. `cursor` is the `nextCursor` of the page before.
 * @returns `total` counts to one more than `COUNT_LIMIT`
 */
export async function listArticleRows(query: {
  cursor?: string | undefined;
  limit: number;
  q?: string | undefined;
}): Promise<{ items: ArticleListItem[]; nextCursor: string | null; total: number }> {
  const { cursor, limit, q } = query;
  const client = clientOf();
  // Wildcards are escaped.
  const matches = q
    ? Prisma.sql`a."searchText" LIKE lower(${`%${q.replace(/[\\%_]/g, "\\$&")}%`})`
    : Prisma.sql`true`;
  const last =
    cursor && isUuid(cursor)
      ? await client.article.findUnique({ where: { id: cursor }, select: { updatedAt: true } })
      : null;
  const behind = last
    ? Prisma.sql`a."updatedAt" <= ${last.updatedAt} AND (a."updatedAt" < ${last.updatedAt} OR a."id" > ${cursor}::uuid)`
    : Prisma.sql`true`;
  const [ids, [counted]] = await Promise.all([
    client.$queryRaw<{ id: string }[]>`
      SELECT a."id" FROM "Article" a WHERE ${matches} AND ${behind}
      ORDER BY a."updatedAt" DESC, a."id" LIMIT ${limit + 1}`,
    client.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total"
      FROM (SELECT 1 FROM "Article" a WHERE ${matches} LIMIT ${COUNT_READS}) counted`,
  ]);
  const page = ids.slice(0, limit).map(({ id }) => id);
  const rows = await client.article.findMany({
    where: { id: { in: page } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    include: { ...withAuthor, currentPublication: { select: { publishedAt: true } } },
  });
  const counts = await countClaims(page);
  return {
    items: rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      title: row.title,
      publisher: row.publisher,
      status: row.status,
      claimCounts: counts.get(row.id) ?? noClaims,
      updatedAt: row.updatedAt.toISOString(),
      publishedAt: row.currentPublication?.publishedAt.toISOString() ?? null,
      createdBy: { id: row.createdBy.id, name: row.createdBy.name },
    })),
    nextCursor: ids.length > limit ? (page.at(-1) ?? null) : null,
    total: counted?.total ?? 0,
  };
}

async function countClaims(articleIds: string[]): Promise<Map<string, ClaimCounts>> {
  const groups = await clientOf().claim.groupBy({
    by: ["articleId", "state", "excluded"],
    where: { articleId: { in: articleIds }, deletedAt: null, state: { not: "retired" } },
    _count: { _all: true },
  });
  const counts = new Map<string, ClaimCounts>();
  for (const group of groups) {
    const count = counts.get(group.articleId) ?? { ...noClaims };
    counts.set(group.articleId, count);
    const number = group._count._all;
    count.total += number;
    if (group.excluded) count.excluded += number;
    else if (group.state !== "retired")
      count[group.state === "published" ? "approved" : group.state] += number;
  }
  return counts;
}

/** Marks an article as recently changed, which moves it to the top of the list. */
export async function touchArticle(tx: Tx, id: string): Promise<void> {
  await clientOf(tx).article.update({ where: { id }, data: { updatedAt: new Date() } });
}

/** Ids of the people who work on an article: who imported it, leads it, and made, last edited or have its claims. */
export async function listPeopleOf(articleId: string, tx: Tx): Promise<string[]> {
  const rows = await clientOf(tx).$queryRaw<{ id: string }[]>`
    SELECT DISTINCT p."id" FROM (
      SELECT unnest(ARRAY["createdById", "leadId"]) AS "id" FROM "Article" WHERE "id" = ${articleId}::uuid
      UNION ALL
      SELECT unnest(ARRAY["createdById", "lastEditedById", "assigneeId"]) FROM "Claim"
      WHERE "articleId" = ${articleId}::uuid AND "deletedAt" IS NULL AND "state" <> 'retired'
    ) p WHERE p."id" IS NOT NULL`;
  return rows.map(({ id }) => id);
}
