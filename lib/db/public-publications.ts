import type { Rating } from "@/lib/ratings/rating";
import type { Report } from "@/lib/reports/report";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";
import { isUuid } from "./is-uuid";
import { fromJson } from "./json";
import { clientOf } from "./transaction";

/**
 * What anyone can see. These functions read only the publications of published articles, and why an article was unpublished: no drafts,
 * people or settings are reachable through them.
 */

export interface PublicationListItem {
  slug: string;
  title: string;
  publisher: string | null;
  /** ISO 8601 day of the article itself. */
  articlePublishedOn: string | null;
  /** ISO 8601 instant of the fact-check. */
  publishedAt: string;
  claimCount: number;
  counts: { ratingKey: string; count: number }[];
  ratings: Rating[];
}

/** The current publication of an article, by slug. */
export async function findCurrentPublication(slug: string): Promise<{ id: string; report: Report } | null> {
  const row = await clientOf().article.findFirst({
    where: { slug: stripUnstorableCharacters(slug), status: "published" },
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

/** A current or earlier publication of a published article, by number. */
export async function findNumberedPublication(slug: string, number: number): Promise<Report | null> {
  const row = await clientOf().publication.findFirst({
    where: { number, article: { slug: stripUnstorableCharacters(slug), status: "published" } },
    select: { report: true },
  });
  return row && fromJson<Report>(row.report);
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
  article: { select: { slug: true } },
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

/** The unpublished fact-checks, latest first. */
export async function listUnpublications(limit: number): Promise<Unpublication[]> {
  const rows = await clientOf().unpublication.findMany({
    where: { article: { status: "unpublished" } },
    orderBy: { at: "desc" },
    distinct: ["articleId"],
    select: unpublicationFields,
    take: limit,
  });
  return rows.map(toUnpublication);
}

function toUnpublication(row: {
  reason: string;
  at: Date;
  article: { slug: string };
  publication: { title: string };
}): Unpublication {
  return {
    slug: row.article.slug,
    title: row.publication.title,
    reason: row.reason,
    at: row.at.toISOString(),
  };
}
