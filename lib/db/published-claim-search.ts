import { findClaim } from "@/lib/reports/find-claim";
import { Prisma } from "./generated/client";
import { readPublications } from "./read-publication";
import { clientOf } from "./transaction";

/** A claim that readers see. */
export interface FoundPublishedClaim {
  /** Slug and title of its article. */
  slug: string;
  title: string;
  number: number;
  statement: string;
  claimant: string | null;
  rating: { key: string; label: string };
  /** ISO 8601 instant of the publication. */
  publishedAt: string;
}

/** Words of a query that are searched for. */
const MAX_WORDS = 8;
/** Newest claims in which a search looks first. A frequent word is found there, and a rare one through its index. */
const RECENT = 2_000;

/**
 * Claims of current publications whose statement contains each of the words, the newest first. Of articles with redactions, only what readers
 * still see is searched and returned.
 */
export async function searchPublishedClaims(query: string, limit: number): Promise<FoundPublishedClaim[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  // Each word is a LIKE of its own: the trigram index serves those. Wildcards are escaped.
  const matches = Prisma.join(
    words.map(
      (word) => Prisma.sql`lower(c."statement") LIKE lower(${`%${word.replace(/[\\%_]/g, "\\$&")}%`})`,
    ),
    " AND ",
  );
  const newest = (from: Prisma.Sql) => clientOf().$queryRaw<
    (Omit<FoundPublishedClaim, "publishedAt"> & {
      publicationId: string;
      publishedAt: Date;
      redacted: boolean;
    })[]
  >`
    SELECT c."publicationId", a."slug", p."title", c."number", c."statement", c."claimant", c."rating", c."publishedAt",
      EXISTS (SELECT 1 FROM "Redaction" r WHERE r."articleId" = c."articleId") AS "redacted"
    FROM ${from}
    JOIN "Article" a ON a."currentPublicationId" = c."publicationId" AND a."status" = 'published'
    JOIN "Publication" p ON p."id" = c."publicationId"
    WHERE ${matches}
    ORDER BY c."publishedAt" DESC, c."publicationId", c."number" LIMIT ${limit}`;
  const recent = await newest(
    Prisma.sql`(SELECT * FROM "PublishedClaim" ORDER BY "publishedAt" DESC, "publicationId", "number" LIMIT ${RECENT}) c`,
  );
  const rows = recent.length === limit ? recent : await newest(Prisma.sql`"PublishedClaim" c`);
  const hidden = [
    ...new Set(rows.flatMap(({ redacted, publicationId }) => (redacted ? [publicationId] : []))),
  ];
  const reports = new Map(
    hidden.length === 0
      ? []
      : (await readPublications({ where: { id: { in: hidden } } })).map(({ id, report }) => [id, report]),
  );
  return rows.flatMap(({ publicationId, redacted, rating, publishedAt, ...row }) => {
    const found = {
      ...row,
      rating: { key: rating.key, label: rating.label },
      publishedAt: publishedAt.toISOString(),
    };
    if (!redacted) return [found];
    const report = reports.get(publicationId);
    const claim = report && findClaim(report, row.number);
    if (!report || !claim || !words.every((word) => claim.statement.toLowerCase().includes(word))) return [];
    const { title } = report.article;
    return [{ ...found, title, statement: claim.statement, claimant: claim.claimant?.name ?? null }];
  });
}
