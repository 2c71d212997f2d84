import type { AnchorOutcome, PersonName } from "@/lib/claims/claim";
import type { DocumentNode } from "@/lib/document/document";
import type { ArticleVersion as VersionRow } from "./generated/client";
import { isUuid } from "./is-uuid";
import { fromJson, toJson } from "./json";
import { clientOf, type Tx } from "./transaction";

/** How a version of a text was made. */
export type VersionOrigin = "imported" | "replaced" | "edited";

/** One immutable state of an article's text. */
export interface ArticleVersion {
  id: string;
  articleId: string;
  number: number;
  doc: DocumentNode;
  text: string;
  /** SHA-256 of the text's UTF-8, in hexadecimal. */
  textHash: string;
}

/** A text as it is stored. */
export interface VersionText {
  doc: DocumentNode;
  text: string;
  textHash: string;
  /** See lib/discovery/text-sketch.ts. */
  sketch: number[];
}

const personName = { select: { id: true, name: true } } as const;

function toVersion(row: VersionRow): ArticleVersion {
  return {
    id: row.id,
    articleId: row.articleId,
    number: row.number,
    doc: fromJson<DocumentNode>(row.doc),
    text: row.text,
    textHash: row.textHash,
  };
}

/** A version that exists. */
export async function getVersion(id: string, tx?: Tx): Promise<ArticleVersion> {
  return toVersion(await clientOf(tx).articleVersion.findUniqueOrThrow({ where: { id } }));
}

/** The number of a version, without its document and text. */
export async function getVersionNumber(id: string): Promise<number> {
  const { number } = await clientOf().articleVersion.findUniqueOrThrow({
    where: { id },
    select: { number: true },
  });
  return number;
}

export interface VersionListItem {
  id: string;
  number: number;
  origin: VersionOrigin;
  createdBy: PersonName;
  /** ISO 8601 instant. */
  createdAt: string;
  /** UTF-16 units of its text. */
  length: number;
  /** Number of claims anchored in it, by outcome. */
  outcomes: Partial<Record<AnchorOutcome, number>>;
}

/**
 * Versions of an article's text, newest first.
 * @param page.before only those with a lower number
 * @param page.limit at most so many; all by default
 */
export async function listVersions(
  articleId: string,
  { before, limit }: { before?: number | null; limit?: number } = {},
): Promise<VersionListItem[]> {
  if (!isUuid(articleId)) return [];
  const client = clientOf();
  const rows = await client.articleVersion.findMany({
    where: { articleId, ...(before != null && { number: { lt: before } }) },
    orderBy: { number: "desc" },
    ...(limit !== undefined && { take: limit }),
    select: { id: true, number: true, origin: true, createdAt: true, length: true, createdBy: personName },
  });
  const counts = await client.$queryRaw<{ versionId: string; outcome: AnchorOutcome; count: number }[]>`
    SELECT n."versionId", n."outcome"::text, count(*)::int AS "count"
    FROM "Anchor" n
    WHERE n."versionId" = ANY (${rows.map(({ id }) => id)}::uuid[])
      AND n."claimId" NOT IN (SELECT c."id" FROM "Claim" c WHERE c."articleId" = ${articleId}::uuid AND c."deletedAt" IS NOT NULL)
    GROUP BY n."versionId", n."outcome"`;
  return rows.map(({ createdAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    outcomes: Object.fromEntries(
      counts.filter(({ versionId }) => versionId === row.id).map(({ outcome, count }) => [outcome, count]),
    ),
  }));
}

/** How many versions of its text an article has. */
export async function countVersions(articleId: string): Promise<number> {
  return clientOf().articleVersion.count({ where: { articleId } });
}

/** The version of an article's text with a number, if it exists. */
export async function findVersionByNumber(articleId: string, number: number): Promise<ArticleVersion | null> {
  if (!isUuid(articleId)) return null;
  const row = await clientOf().articleVersion.findUnique({
    where: { articleId_number: { articleId, number } },
  });
  return row && toVersion(row);
}

/** The canonical text of a version, without the document, which is slower to read for long articles. */
export async function getVersionText(id: string, tx?: Tx): Promise<string> {
  const { text } = await clientOf(tx).articleVersion.findUniqueOrThrow({
    where: { id },
    select: { text: true },
  });
  return text;
}

/** Stores the next version of a locked article's text and makes it the current one. */
export async function insertVersion(
  tx: Tx,
  article: { id: string; createdById: string },
  version: VersionText & { origin: VersionOrigin },
): Promise<ArticleVersion> {
  const client = clientOf(tx);
  const last = await client.articleVersion.aggregate({
    where: { articleId: article.id },
    _max: { number: true },
  });
  const stored = await storeVersion(tx, article, (last._max.number ?? 0) + 1, version);
  await client.article.update({
    where: { id: article.id },
    data: { currentVersionId: stored.id, revision: { increment: 1 } },
  });
  return stored;
}

/** Stores a version of an article's text under its number. It is not the current one yet. */
export async function storeVersion(
  tx: Tx,
  { id: articleId, createdById }: { id: string; createdById: string },
  number: number,
  version: VersionText & { origin?: VersionOrigin },
): Promise<ArticleVersion> {
  const row = await clientOf(tx).articleVersion.create({
    data: {
      articleId,
      number,
      createdById,
      ...version,
      length: version.text.length,
      doc: toJson(version.doc),
    },
  });
  return toVersion(row);
}
