import type { Rating } from "@/lib/ratings/rating";
import type { Report } from "@/lib/reports/report";
import { isUuid } from "./is-uuid";
import { fromJson } from "./json";
import { clientOf } from "./transaction";

/**
 * What anybody may see. These functions read publications that are current and nothing else: no draft, no person, no setting
 * can be reached through them.
 */

export interface PublicationListItem {
  slug: string;
  title: string;
  publisher: string | null;
  /** ISO 8601 day that the article appeared. */
  articlePublishedOn: string | null;
  /** ISO 8601 instant of the fact-check. */
  publishedAt: string;
  claimCount: number;
  counts: { ratingKey: string; count: number }[];
  ratings: Rating[];
}

/** The current publication of an article; null where none is published under that name. */
export async function findCurrentPublication(slug: string): Promise<{ id: string; report: Report } | null> {
  const row = await clientOf().article.findFirst({
    where: { slug, status: "published" },
    select: { currentPublication: { select: { id: true, report: true } } },
  });
  const publication = row?.currentPublication;
  return publication ? { id: publication.id, report: fromJson<Report>(publication.report) } : null;
}

/** Current publications, newest first. `cursor` is the `nextCursor` of the page before. */
export async function listPublications(query: {
  cursor?: string | undefined;
  limit: number;
}): Promise<{ items: PublicationListItem[]; nextCursor: string | null; total: number }> {
  const where = { currentOf: { status: "published" } } as const;
  const client = clientOf();
  const [rows, total] = await Promise.all([
    client.publication.findMany({
      where,
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: query.limit + 1,
      ...(query.cursor && isUuid(query.cursor) ? { cursor: { id: query.cursor }, skip: 1 } : {}),
      select: { id: true, report: true },
    }),
    client.publication.count({ where }),
  ]);
  const page = rows.slice(0, query.limit);
  return {
    items: page.map((row) => toListItem(fromJson<Report>(row.report))),
    nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
    total,
  };
}

function toListItem(report: Report): PublicationListItem {
  return {
    slug: report.article.slug,
    title: report.article.title,
    publisher: report.article.publisher,
    articlePublishedOn: report.article.publishedOn,
    publishedAt: report.publication.publishedAt,
    claimCount: report.claims.length,
    counts: report.summary.counts,
    ratings: report.scale.ratings,
  };
}
