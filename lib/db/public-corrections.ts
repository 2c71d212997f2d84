import { redactCorrection } from "@/lib/redactions/apply-redactions";
import type { CorrectionKind } from "@/lib/reports/report";
import { isUuid } from "./is-uuid";
import { readPublications } from "./read-publication";
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
  changes: { field: string; from: string; to: string }[];
}

/**
 * Corrections of all published articles, newest first.
 * @param query.cursor the `nextCursor` of the page before
 */
export async function listPublicCorrections(query: {
  cursor?: string | undefined;
  limit: number;
}): Promise<{ items: PublicCorrection[]; nextCursor: string | null; total: number }> {
  const client = clientOf();
  const { cursor, limit } = query;
  // A publication has one note per claim, however many fields changed.
  const groups = await client.$queryRaw<{ first: string; total: bigint }[]>`
    SELECT min(c."id"::text) AS "first", count(*) OVER () AS "total"
    FROM "Correction" c JOIN "Article" a ON a."id" = c."articleId"
    WHERE a."status" = 'published'
    GROUP BY c."publicationId", c."claimId"
    ORDER BY min(c."id"::text) DESC`;
  const from = cursor && isUuid(cursor) ? groups.findIndex(({ first }) => first === cursor) + 1 : 0;
  const page = groups.slice(from, from + limit);
  const rows = await client.correction.findMany({
    where: { id: { in: page.map(({ first }) => first) } },
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
  const currents = new Map(
    (await readPublications({ where: { id: { in: currentIds } } })).map((each) => [each.id, each.report]),
  );
  const items = page.flatMap(({ first }) => {
    const row = rows.find(({ id }) => id === first);
    const current = currents.get(row?.article.currentPublicationId ?? "");
    if (!row || !current) return [];
    const claim = current.claims.find(({ id }) => id === row.claimId);
    const redactions = toAppliedRedactions(row.article.redactions);
    const redact = (change: { field: string; from: unknown; to: unknown }) =>
      redactCorrection(
        { field: change.field, from: String(change.from), to: String(change.to), note: row.note },
        redactions,
      );
    return {
      id: row.id,
      article: { slug: row.article.slug, title: current.article.title },
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
    nextCursor: from + limit < groups.length ? (page.at(-1)?.first ?? null) : null,
    total: Number(groups[0]?.total ?? 0),
  };
}
