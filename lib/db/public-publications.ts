import type { Rating } from "@/lib/ratings/rating";
import { redactPublicText } from "@/lib/redactions/apply-redactions";
import type { Report } from "@/lib/reports/report";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";
import { isUuid } from "./is-uuid";
import { type Publication, readPublication, readPublications } from "./read-publication";
import { toAppliedRedactions, withRedactions } from "./redactions";
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

/** The current publication of an article, by slug, without what was redacted. */
export function findCurrentPublication(slug: string): Promise<Publication | null> {
  return readPublication({
    where: { currentOf: { slug: stripUnstorableCharacters(slug), status: "published" } },
  });
}

/** Current publications, newest first. `cursor` is the `nextCursor` of the page before. */
export async function listPublications(query: {
  cursor?: string | undefined;
  limit: number;
}): Promise<{ items: PublicationListItem[]; nextCursor: string | null; total: number }> {
  const where = { currentOf: { status: "published" } } as const;
  const client = clientOf();
  const [rows, total] = await Promise.all([
    readPublications({
      where,
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: query.limit + 1,
      ...(query.cursor && isUuid(query.cursor) ? { cursor: { id: query.cursor }, skip: 1 } : {}),
    }),
    client.publication.count({ where }),
  ]);
  const page = rows.slice(0, query.limit);
  return {
    items: page.map(({ report }) => toListItem(report)),
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

/** A current or earlier publication of a published article, by number, without what was redacted. */
export async function findNumberedPublication(slug: string, number: number): Promise<Report | null> {
  const publication = await readPublication({
    where: { number, article: { slug: stripUnstorableCharacters(slug), status: "published" } },
  });
  return publication?.report ?? null;
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
