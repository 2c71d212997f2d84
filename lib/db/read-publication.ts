import { LRUCache } from "lru-cache";
import { applyRedactions } from "@/lib/redactions/apply-redactions";
import type { Spot } from "@/lib/redactions/eraser";
import { type NamedSource, namedSources } from "@/lib/redactions/named-sources";
import type { AppliedRedaction } from "@/lib/redactions/redaction";
import type { Report } from "@/lib/reports/report";
import { type StoredReport, upgradeReport } from "@/lib/reports/upgrade/upgrade-report";
import type { Prisma } from "./generated/client";
import { fromJson } from "./json";
import { toAppliedRedactions, withRedactions } from "./redactions";
import { clientOf, type Tx } from "./transaction";

/*
 * The only file that reads the Report of a publication as it was frozen (scripts/lint/check-frozen-reports.ts). What was redacted since
 * is taken out here, before anything else sees it.
 */

export interface Publication {
  id: string;
  articleId: string;
  number: number;
  /** ISO 8601 instant. */
  publishedAt: string;
  /**
   * How many redactions its article has. With the id it is the key of everything made from the Report: caches, tags, hashes and
   * signatures.
   */
  revision: number;
  /** Without what was redacted. */
  report: Report;
}

const columns = {
  id: true,
  articleId: true,
  number: true,
  publishedAt: true,
  report: true,
  article: {
    // Reports of version 1 do not name the time of the first publication.
    select: { ...withRedactions, publications: { where: { number: 1 }, select: { publishedAt: true } } },
  },
} as const satisfies Prisma.PublicationSelect;

interface Frozen {
  id: string;
  articleId: string;
  number: number;
  publishedAt: Date;
  report: Prisma.JsonValue;
  article: { redactions: Parameters<typeof toAppliedRedactions>[0]; publications: { publishedAt: Date }[] };
}

function toPublication(row: Frozen): Publication {
  const redactions = toAppliedRedactions(row.article.redactions);
  const revision = redactions.length;
  return {
    id: row.id,
    articleId: row.articleId,
    number: row.number,
    publishedAt: row.publishedAt.toISOString(),
    revision,
    report: revision === 0 ? frozenReport(row) : redactedReport(row, redactions),
  };
}

/** Redacted Reports that were read last, by publication. Redacting a long one takes longer than reading it. */
const redacted = new LRUCache<string, { revision: number; report: Report }>({ max: 16 });

/** A Report of an older revision is replaced: what was redacted since must not even stay in memory. */
function redactedReport(row: Frozen, redactions: readonly AppliedRedaction[]): Report {
  const known = redacted.get(row.id);
  if (known?.revision === redactions.length) return known.report;
  const report = applyRedactions(frozenReport(row), redactions);
  redacted.set(row.id, { revision: redactions.length, report });
  return report;
}

/** A Report as it was published, in the current form. */
function frozenReport(row: Frozen): Report {
  const first = row.article.publications[0]?.publishedAt ?? row.publishedAt;
  return upgradeReport(fromJson<StoredReport>(row.report), first.toISOString());
}

/** The first publication that matches, as readers and every export see it; null if there is none. */
export async function readPublication(
  query: Pick<Prisma.PublicationFindFirstArgs, "where" | "orderBy">,
  tx?: Tx,
): Promise<Publication | null> {
  const row = await clientOf(tx).publication.findFirst({ ...query, select: columns });
  return row && toPublication(row);
}

/** All publications that match, as readers and every export see them. */
export async function readPublications(
  query: Pick<Prisma.PublicationFindManyArgs, "where" | "orderBy" | "take" | "skip" | "cursor">,
  tx?: Tx,
): Promise<Publication[]> {
  const rows = await clientOf(tx).publication.findMany({ ...query, select: columns });
  return rows.map(toPublication);
}

/**
 * The current publication of a published article, as readers see it from the commit of a transaction on; null without one. It may be rolled back,
 * so that nothing is stored in memory.
 */
export async function readCurrentIn(
  tx: Tx,
  articleId: string,
): Promise<Pick<Publication, "id" | "publishedAt" | "report"> | null> {
  const row = await clientOf(tx).publication.findFirst({
    where: { currentOf: { id: articleId, status: "published" } },
    select: columns,
  });
  if (!row) return null;
  const report = applyRedactions(frozenReport(row), toAppliedRedactions(row.article.redactions));
  return { id: row.id, publishedAt: row.publishedAt.toISOString(), report };
}

/** What a redaction would take out of a publication. For editors. */
export interface PublicationPreview {
  number: number;
  /** ISO 8601 instant. */
  publishedAt: string;
  spots: Spot[];
  /** Without this redaction, and with it. */
  before: Report;
  after: Report;
}

/** What a redaction would take out of each publication of an article that it touches, the newest first. */
export async function previewRedaction(
  articleId: string,
  redaction: AppliedRedaction,
  tx?: Tx,
): Promise<PublicationPreview[]> {
  const previews: PublicationPreview[] = [];
  for await (const row of frozenOf(articleId, tx)) {
    const existing = toAppliedRedactions(row.article.redactions);
    const spots: Spot[] = [];
    const after = applyRedactions(frozenReport(row), [...existing, redaction], (by, spot) => {
      if (by === redaction) spots.push(spot);
    });
    if (spots.length === 0) continue;
    const { number, publishedAt, report: before } = toPublication(row);
    previews.push({ number, publishedAt, spots, before, after });
  }
  return previews;
}

/** The sources that publications of an article still name, exactly as they were published. For editors, who choose what has to go. */
export async function listNamedSources(articleId: string, tx?: Tx): Promise<NamedSource[]> {
  const sources: NamedSource[] = [];
  for await (const row of frozenOf(articleId, tx))
    sources.push(...namedSources(frozenReport(row), toAppliedRedactions(row.article.redactions)));
  return sources;
}

/** The publications of an article, the newest first. Each is read on its own, so that other requests are answered between two. */
async function* frozenOf(articleId: string, tx: Tx | undefined): AsyncGenerator<Frozen> {
  const { publication } = clientOf(tx);
  const ids = await publication.findMany({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  for (const { id } of ids) yield await publication.findUniqueOrThrow({ where: { id }, select: columns });
}

/**
 * The articles with a publication that lists a source by one of its ids, titles or addresses, redacted or not.
 * Served by the index "Publication_sources_idx".
 */
export async function findArticlesNaming(
  source: { ids: readonly string[]; titles: readonly string[]; urls: readonly string[] },
  tx?: Tx,
): Promise<{ id: string; title: string }[]> {
  const shapes = [
    ...source.ids.map((id) => [{ id }]),
    ...source.titles.map((title) => [{ title, url: null, confidential: false }]),
    ...source.urls.map((url) => [{ url }]),
  ].map((shape) => JSON.stringify(shape));
  if (shapes.length === 0) return [];
  return clientOf(tx).$queryRaw<{ id: string; title: string }[]>`
    SELECT DISTINCT a."id", a."title"
    FROM unnest(${shapes}::text[]) AS s(shape)
    JOIN "Publication" p ON p."report" -> 'sources' @> s.shape::jsonb
    JOIN "Article" a ON a."id" = p."articleId"
    ORDER BY a."title", a."id"
    LIMIT 100`;
}

/** What lists show of a publication. */
export interface PublicationHead {
  id: string;
  slug: string;
  title: string;
  publisher: string | null;
  /** ISO 8601 day of the article itself. */
  articlePublishedOn: string | null;
  /** ISO 8601 instant. */
  publishedAt: string;
  claimCount: number;
  counts: Report["summary"]["counts"];
  ratings: Report["scale"]["ratings"];
}

/** What lists show of publications, by id. The Report is read only of those from which something was redacted. */
export async function findPublicationHeads(ids: readonly string[]): Promise<Map<string, PublicationHead>> {
  const rows = await clientOf().$queryRaw<
    (Omit<PublicationHead, "publishedAt"> & { publishedAt: Date; redacted: boolean })[]
  >`
    SELECT p."id", p."slug", p."title", p."publisher", p."articlePublishedOn", p."publishedAt", p."claimCount", p."counts", p."ratings",
      EXISTS (SELECT 1 FROM "Redaction" r WHERE r."articleId" = p."articleId") AS "redacted"
    FROM "Publication" p WHERE p."id" = ANY (${[...ids]}::uuid[])`;
  const hidden = rows.filter(({ redacted }) => redacted).map(({ id }) => id);
  const reports = hidden.length === 0 ? [] : await readPublications({ where: { id: { in: hidden } } });
  const heads = [
    ...rows.flatMap(({ redacted, publishedAt, ...head }) =>
      redacted ? [] : [{ ...head, publishedAt: publishedAt.toISOString() }],
    ),
    ...reports.map(({ id, report }) => headOf(id, report)),
  ];
  return new Map(heads.map((head) => [head.id, head]));
}

function headOf(id: string, report: Report): PublicationHead {
  return {
    id,
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

/** What feeds show of a publication besides its head. */
export interface PublicationAnswer {
  articleId: string;
  /** BCP 47, of the article. */
  language: string;
  /** The answer as an editor wrote it; null if it is made from the counts. */
  finding: string | null;
  /** ISO 8601 instant of the first publication of the article. */
  firstPublishedAt: string;
}

/** The answers of publications, by id. The Report is sent only of those from which something was redacted. */
export async function findPublicationAnswers(
  ids: readonly string[],
): Promise<Map<string, PublicationAnswer>> {
  const rows = await clientOf().$queryRaw<
    (Omit<PublicationAnswer, "firstPublishedAt"> & {
      id: string;
      firstPublishedAt: Date;
      redacted: boolean;
    })[]
  >`
    SELECT p."id", p."articleId", p."report" #>> '{article,language}' AS "language", p."report" ->> 'finding' AS "finding",
      f."publishedAt" AS "firstPublishedAt",
      EXISTS (SELECT 1 FROM "Redaction" r WHERE r."articleId" = p."articleId") AS "redacted"
    FROM "Publication" p JOIN "Publication" f ON f."articleId" = p."articleId" AND f."number" = 1
    WHERE p."id" = ANY (${[...ids]}::uuid[])`;
  const hidden = rows.filter(({ redacted }) => redacted).map(({ id }) => id);
  const reports = hidden.length === 0 ? [] : await readPublications({ where: { id: { in: hidden } } });
  const redactedFindings = new Map(reports.map(({ id, report }) => [id, report.finding]));
  return new Map(
    rows.map(({ id, redacted, firstPublishedAt, finding, ...row }) => [
      id,
      {
        ...row,
        finding: redacted ? (redactedFindings.get(id) ?? null) : finding,
        firstPublishedAt: firstPublishedAt.toISOString(),
      },
    ]),
  );
}

/** A claim as a publication shows it. */
export interface PublishedClaim {
  publicationId: string;
  claimId: string;
  number: number;
  statement: string;
}

/** Claims in publications, as far as they are there. The Report is sent only of those from which something was redacted. */
export async function findPublishedClaims(
  wanted: readonly { publicationId: string; claimId: string }[],
): Promise<PublishedClaim[]> {
  const publicationIds = wanted.map(({ publicationId }) => publicationId);
  const claimIds = wanted.map(({ claimId }) => claimId);
  const rows = await clientOf().$queryRaw<
    (Omit<PublishedClaim, "number"> & { number: number | null; redacted: boolean })[]
  >`
    SELECT w."publicationId", w."claimId", (c.claim ->> 'number')::int AS "number", c.claim ->> 'statement' AS "statement",
      EXISTS (SELECT 1 FROM "Redaction" r WHERE r."articleId" = p."articleId") AS "redacted"
    FROM unnest(${publicationIds}::uuid[], ${claimIds}::text[]) AS w("publicationId", "claimId")
    JOIN "Publication" p ON p."id" = w."publicationId"
    CROSS JOIN LATERAL (
      SELECT jsonb_path_query_first(p."report", '$.claims[*] ? (@.id == $id)', jsonb_build_object('id', w."claimId")) AS claim
    ) c`;
  const hidden = new Set(rows.filter(({ redacted }) => redacted).map(({ publicationId }) => publicationId));
  const reports = hidden.size === 0 ? [] : await readPublications({ where: { id: { in: [...hidden] } } });
  return rows.flatMap(({ publicationId, claimId, number, statement, redacted }) => {
    if (!redacted) return number === null ? [] : [{ publicationId, claimId, number, statement }];
    const claim = reports
      .find(({ id }) => id === publicationId)
      ?.report.claims.find(({ id }) => id === claimId);
    return claim ? [{ publicationId, claimId, number: claim.number, statement: claim.statement }] : [];
  });
}

/** When a publication was made, and whether the article was changed since. */
export interface PublicationState {
  id: string;
  number: number;
  /** ISO 8601 instant. */
  publishedAt: string;
  /** Whether its article has another text, title or finding now. Its claims are not compared. */
  isOutdated: boolean;
}

/** The state of a publication, without its Report. @throws if it does not exist */
export async function getPublicationState(id: string): Promise<PublicationState> {
  const [row] = await clientOf().$queryRaw<(Omit<PublicationState, "publishedAt"> & { publishedAt: Date })[]>`
    SELECT p."id", p."number", p."publishedAt",
      (p."versionId" <> a."currentVersionId" OR p."title" <> a."title"
        OR (p."report" ->> 'finding') IS DISTINCT FROM a."finding") AS "isOutdated"
    FROM "Publication" p JOIN "Article" a ON a."id" = p."articleId"
    WHERE p."id" = ${id}::uuid`;
  if (!row) throw new Error(`there is no publication ${id}`);
  return { ...row, publishedAt: row.publishedAt.toISOString() };
}
