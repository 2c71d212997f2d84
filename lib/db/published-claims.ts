import type { Rating } from "@/lib/ratings/rating";
import type { PublishedState } from "@/lib/reports/claims/claim-history";
import type { RelatedClaim } from "@/lib/reports/claims/related-claim";
import { findClaim } from "@/lib/reports/find-claim";
import type { Report, ReportClaim, ReportClaimant } from "@/lib/reports/report";
import { Prisma } from "./generated/client";
import { readPublications } from "./read-publication";
import { clientOf } from "./transaction";

/*
 * Claims as publications show them, from the rows that Postgres makes of each Report. They hold what was published: where something was
 * redacted since, the Report is read without it, and what it no longer says is left out.
 */

/** The last publications that a history shows. */
const MAX_STATES = 50;

/**
 * What each publication of an article showed of a claim, the last ones, in their order.
 * @param claimId as Reports have it
 * @returns `isComplete` is false if earlier ones are left out
 */
export async function listPublishedStates(
  articleId: string,
  claimId: string,
): Promise<{ states: PublishedState[]; isComplete: boolean }> {
  const rows = await clientOf().$queryRaw<
    (Omit<PublishedState, "publishedAt"> & { publicationId: string; publishedAt: Date; redacted: boolean })[]
  >`
    SELECT c."publicationId", p."number" AS "publication", c."publishedAt", c."number", c."statement", c."rating", c."claimant",
      c."quoteHash", c."reasonsHash", c."sourcesHash", ${isRedacted} AS "redacted"
    FROM "PublishedClaim" c JOIN "Publication" p ON p."id" = c."publicationId"
    WHERE c."articleId" = ${articleId}::uuid AND c."claimId" = ${claimId}
    ORDER BY p."number" DESC LIMIT ${MAX_STATES + 1}`;
  const shown = rows.slice(0, MAX_STATES);
  const reports = await redactedReports(shown);
  const states = shown.reverse().flatMap(({ publicationId, publishedAt, redacted, ...row }) => {
    const state = { ...row, publishedAt: publishedAt.toISOString() };
    if (!redacted) return [state];
    const report = reports.get(publicationId);
    const claim = report && findClaim(report, row.number);
    const rating = report?.scale.ratings.find(({ key }) => key === claim?.ratingKey);
    return claim && rating
      ? [{ ...state, statement: claim.statement, rating, claimant: claim.claimant?.name ?? null }]
      : [];
  });
  return { states, isComplete: rows.length <= MAX_STATES };
}

/** The claims of current publications that are connected with a claim, newest publication first, at most `limit` of each kind. */
export async function listRelatedClaims(
  publicationId: string,
  report: Pick<Report, "sources">,
  claim: ReportClaim,
  limit: number,
): Promise<{ sameClaimant: RelatedClaim[]; sameSources: RelatedClaim[] }> {
  const ids = [
    ...new Set(
      claim.evidence.flatMap(({ source }) => {
        const { id = null, confidential = true } = report.sources[source - 1] ?? {};
        return id === null || confidential ? [] : [id];
      }),
    ),
  ];
  const [sameClaimant, sameSources] = await Promise.all([
    claim.claimant === null
      ? []
      : listCurrent(
          isClaimant(claim.claimant),
          { publicationId, number: claim.number, limit },
          (other, row) => other.claimant?.name === row.claimant,
        ),
    ids.length === 0
      ? []
      : listCurrent(
          Prisma.sql`c."sourceIds" && ${ids}::text[]`,
          { publicationId, number: claim.number, limit },
          (other, _, { sources }) =>
            other.evidence.some(({ source }) => ids.includes(sources[source - 1]?.id ?? "")),
        ),
  ]);
  return { sameClaimant, sameSources };
}

interface CurrentRow {
  publicationId: string;
  number: number;
  statement: string;
  rating: Rating;
  claimant: string | null;
  slug: string;
  title: string;
  redacted: boolean;
}

/**
 * Claims of current publications.
 * @param except the claim whose page this is for
 * @param stillMatches whether a claim is still connected, without what was redacted
 */
async function listCurrent(
  condition: Prisma.Sql,
  except: { publicationId: string; number: number; limit: number },
  stillMatches: (claim: ReportClaim, row: CurrentRow, report: Report) => boolean,
): Promise<RelatedClaim[]> {
  const { publicationId, number, limit } = except;
  const rows = await clientOf().$queryRaw<CurrentRow[]>`
    SELECT c."publicationId", c."number", c."statement", c."rating", c."claimant", p."slug", p."title", ${isRedacted} AS "redacted"
    FROM "PublishedClaim" c
    JOIN "Article" a ON a."currentPublicationId" = c."publicationId" AND a."status" = 'published'
    JOIN "Publication" p ON p."id" = c."publicationId"
    WHERE ${condition} AND NOT (c."publicationId" = ${publicationId}::uuid AND c."number" = ${number})
    ORDER BY c."publishedAt" DESC, c."publicationId", c."position" LIMIT ${limit}`;
  const reports = await redactedReports(rows);
  return rows.flatMap((row) => {
    const { slug, title, number: its, statement, rating } = row;
    if (!row.redacted) return [{ article: { slug, title }, number: its, statement, rating }];
    const report = reports.get(row.publicationId);
    const claim = report && findClaim(report, its);
    const step = report?.scale.ratings.find(({ key }) => key === claim?.ratingKey);
    if (!report || !claim || !step || !stillMatches(claim, row, report)) return [];
    return [
      {
        article: { slug, title: report.article.title },
        number: its,
        statement: claim.statement,
        rating: step,
      },
    ];
  });
}

const isRedacted = Prisma.sql`EXISTS (SELECT 1 FROM "Redaction" r WHERE r."articleId" = c."articleId")`;

/** The Reports of the rows whose article has redactions, by publication. */
async function redactedReports(
  rows: readonly { publicationId: string; redacted: boolean }[],
): Promise<Map<string, Report>> {
  const ids = new Set(rows.filter(({ redacted }) => redacted).map(({ publicationId }) => publicationId));
  if (ids.size === 0) return new Map();
  const publications = await readPublications({ where: { id: { in: [...ids] } } });
  return new Map(publications.map(({ id, report }) => [id, report]));
}

/** A published claim of a claimant: with the same id, or, where one of the two has none, with the same name. */
function isClaimant(claimant: ReportClaimant): Prisma.Sql {
  const key = Prisma.sql`claimant_key(${JSON.stringify(claimant)}::jsonb)`;
  const hasName = Prisma.sql`md5(c."claimantKey") = md5(${key}) AND c."claimantKey" = ${key}`;
  if (claimant.id === null) return hasName;
  return Prisma.sql`(c."claimantId" = ${claimant.id} OR (c."claimantId" IS NULL AND ${hasName}))`;
}
