import type {
  CorrectionField,
  CorrectionKind,
  CorrectionValue,
  Report,
  ReportCorrection,
} from "@/lib/reports/report";
import { fromCorrectionValue, toCorrectionValue } from "./correction-value";
import { toJson } from "./json";
import { type Publication, readPublication } from "./read-publication";
import { clientOf, type Tx } from "./transaction";

/** An article's latest publication, even if it was unpublished; null if it was never published. */
export function findLatestPublication(articleId: string, tx?: Tx): Promise<Publication | null> {
  return readPublication({ where: { articleId }, orderBy: { number: "desc" } }, tx);
}

/** When a publication was made, without its Report. */
export interface PublicationTime {
  id: string;
  number: number;
  /** ISO 8601 instant. */
  publishedAt: string;
}

/** Number and time of a publication. @throws if it does not exist */
export async function getPublicationTime(id: string): Promise<PublicationTime> {
  const row = await clientOf().publication.findUniqueOrThrow({
    where: { id },
    select: { id: true, number: true, publishedAt: true },
  });
  return { ...row, publishedAt: row.publishedAt.toISOString() };
}

/**
 * Numbers and times of publications of an article, newest first.
 * @param page.before only those with a lower number
 * @param page.limit at most so many; all by default
 */
export async function listPublicationTimes(
  articleId: string,
  tx?: Tx,
  { before, limit }: { before?: number | null; limit?: number } = {},
): Promise<PublicationTime[]> {
  const rows = await clientOf(tx).publication.findMany({
    where: { articleId, ...(before != null && { number: { lt: before } }) },
    orderBy: { number: "desc" },
    ...(limit !== undefined && { take: limit }),
    select: { id: true, number: true, publishedAt: true },
  });
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}

/** How many publications an article has had. */
export async function countPublications(articleId: string): Promise<number> {
  return clientOf().publication.count({ where: { articleId } });
}

/** Stores a publication. Its id and time come from the report, which names them. */
export async function insertPublication(
  tx: Tx,
  publication: { articleId: string; versionId: string; report: Report; publishedById: string },
): Promise<void> {
  const { report, ...ids } = publication;
  await clientOf(tx).publication.create({
    data: {
      ...ids,
      id: report.publication.id,
      number: report.publication.number,
      publishedAt: new Date(report.publication.publishedAt),
      title: report.article.title,
      claimCount: report.claims.length,
      report: toJson(report),
    },
  });
}

export async function insertCorrection(
  tx: Tx,
  correction: {
    articleId: string;
    claimId: string;
    publicationId: string;
    kind: CorrectionKind;
    field: CorrectionField;
    from: CorrectionValue;
    to: CorrectionValue;
    note: string;
    madeById: string;
    madeAt: Date;
  },
): Promise<void> {
  await clientOf(tx).correction.create({
    data: { ...correction, from: toCorrectionValue(correction.from), to: toCorrectionValue(correction.to) },
  });
}

/** The corrections of an article, newest first. */
export async function listCorrections(
  tx: Tx,
  articleId: string,
): Promise<(Omit<ReportCorrection, "claim"> & { claimId: string | null })[]> {
  const rows = await clientOf(tx).correction.findMany({
    where: { articleId },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({
    claimId: row.claimId,
    kind: row.kind,
    field: row.field as CorrectionField,
    from: fromCorrectionValue(row.field, row.from),
    to: fromCorrectionValue(row.field, row.to),
    note: row.note,
    madeAt: row.madeAt.toISOString(),
  }));
}

/** Records that an article was unpublished, and why. */
export async function insertUnpublication(
  tx: Tx,
  unpublication: { articleId: string; publicationId: string; reason: string; byId: string },
): Promise<void> {
  await clientOf(tx).unpublication.create({ data: unpublication });
}

/** The last publication of an article without its Report, and where readers find it; null if it was never published. */
export async function findPublicationAddress(
  articleId: string,
): Promise<{ id: string; number: number; slug: string } | null> {
  const row = await clientOf().publication.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, article: { select: { slug: true } } },
  });
  return row && { id: row.id, number: row.number, slug: row.article.slug };
}
