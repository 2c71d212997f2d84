import { COUNT_READS } from "@/lib/capped-count";
import { redactCorrection } from "@/lib/redactions/apply-redactions";
import type { CorrectionField, CorrectionKind, CorrectionValue } from "@/lib/reports/report";
import { fromCorrectionValue } from "./correction-value";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { isIn, type Period } from "./public-periods";
import { findPublicationHeads, findPublishedClaims } from "./read-publication";
import { toAppliedRedactions, withRedactions } from "./redactions";
import { clientOf } from "./transaction";

/** The changes to one claim in one publication, with the public note. Only of published articles, because readers see it. */
export interface PublicCorrection {
  id: string;
  article: { slug: string; title: string };
  /** As in the current publication; null if the claim is no longer published. */
  claim: { number: number; statement: string } | null;
  kind: CorrectionKind;
  note: string;
  /** ISO 8601 instant. */
  madeAt: string;
  /** Number of the publication with this correction. */
  publication: number;
  changes: { field: CorrectionField; from: CorrectionValue; to: CorrectionValue }[];
}

/**
 * Corrections of all published articles, newest first.
 * @returns `total` counts to one more than `COUNT_LIMIT`
 * @param query.cursor the `nextCursor` of the page before
 * @param query.madeIn only those of a period
 */
export async function listPublicCorrections(query: {
  cursor?: string | undefined;
  limit: number;
  madeIn?: Period;
}): Promise<{ items: PublicCorrection[]; nextCursor: string | null; total: number }> {
  const client = clientOf();
  const { cursor, limit, madeIn } = query;
  // A publication has one note per claim, however many fields changed.
  const first = Prisma.sql`"Correction" c JOIN "Article" a ON a."id" = c."articleId" AND a."status" = 'published'
    WHERE ${isIn(Prisma.sql`c."madeAt"`, madeIn)} AND NOT EXISTS (
      SELECT 1 FROM "Correction" e
      WHERE e."publicationId" = c."publicationId" AND e."claimId" IS NOT DISTINCT FROM c."claimId" AND e."id" < c."id"
    )`;
  const behind = cursor && isUuid(cursor) ? Prisma.sql`c."id" < ${cursor}::uuid` : Prisma.sql`true`;
  const [ids, [counted]] = await Promise.all([
    client.$queryRaw<
      { id: string }[]
    >`SELECT c."id" FROM ${first} AND ${behind} ORDER BY c."id" DESC LIMIT ${limit + 1}`,
    client.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS "total" FROM (SELECT 1 FROM ${first} LIMIT ${COUNT_READS}) counted`,
  ]);
  const page = ids.slice(0, limit).map(({ id }) => id);
  const rows = await client.correction.findMany({
    where: { id: { in: page } },
    include: {
      article: { select: { slug: true, currentPublicationId: true, ...withRedactions } },
      publication: { select: { number: true } },
    },
  });
  const all = await client.correction.findMany({
    where: { OR: rows.map(({ publicationId, claimId }) => ({ publicationId, claimId })) },
    orderBy: { id: "asc" },
  });
  const currentIds = rows.flatMap(({ article }) => article.currentPublicationId ?? []);
  const heads = await findPublicationHeads(currentIds);
  const claims = await findPublishedClaims(
    rows.flatMap(({ claimId, article: { currentPublicationId } }) =>
      claimId && currentPublicationId ? [{ publicationId: currentPublicationId, claimId }] : [],
    ),
  );
  const items = page.flatMap((id) => {
    const row = rows.find((each) => each.id === id);
    const currentId = row?.article.currentPublicationId ?? "";
    const current = heads.get(currentId);
    if (!row || !current) return [];
    const claim = claims.find((each) => each.publicationId === currentId && each.claimId === row.claimId);
    const redactions = toAppliedRedactions(row.article.redactions);
    const redact = (change: { field: string; from: Prisma.JsonValue; to: Prisma.JsonValue }) =>
      redactCorrection(
        {
          field: change.field as CorrectionField,
          from: fromCorrectionValue(change.field, change.from),
          to: fromCorrectionValue(change.field, change.to),
          note: row.note,
        },
        redactions,
      );
    return {
      id: row.id,
      article: { slug: row.article.slug, title: current.title },
      claim: claim ? { number: claim.number, statement: claim.statement } : null,
      kind: row.kind,
      note: redact(row).note,
      madeAt: row.madeAt.toISOString(),
      publication: row.publication.number,
      changes: all
        .filter((each) => each.publicationId === row.publicationId && each.claimId === row.claimId)
        .map(redact)
        .map(({ field, from: was, to: is }) => ({ field, from: was, to: is })),
    };
  });
  return {
    items,
    nextCursor: ids.length > limit ? (page.at(-1) ?? null) : null,
    total: counted?.total ?? 0,
  };
}
