import type { CorrectionKind, Report, ReportCorrection } from "@/lib/reports/report";
import { fromJson, toJson } from "./json";
import { clientOf, type Tx } from "./transaction";

export interface Publication {
  id: string;
  number: number;
  /** ISO 8601 instant. */
  publishedAt: string;
  report: Report;
}

export async function findPublication(id: string, tx?: Tx): Promise<Publication | null> {
  const row = await clientOf(tx).publication.findUnique({ where: { id } });
  return (
    row && {
      id: row.id,
      number: row.number,
      publishedAt: row.publishedAt.toISOString(),
      report: fromJson<Report>(row.report),
    }
  );
}

/** An article's latest publication, even if it was unpublished; null if it was never published. */
export async function findLatestPublication(articleId: string, tx?: Tx): Promise<Publication | null> {
  const row = await clientOf(tx).publication.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return row && findPublication(row.id, tx);
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
    field: string;
    from: string;
    to: string;
    note: string;
    madeById: string;
    madeAt: Date;
  },
): Promise<void> {
  await clientOf(tx).correction.create({ data: correction });
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
    field: row.field,
    from: String(row.from),
    to: String(row.to),
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
