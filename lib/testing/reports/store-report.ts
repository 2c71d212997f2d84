import { toJson } from "@/lib/db/json";
import { clientOf } from "@/lib/db/transaction";
import type { StoredReport } from "@/lib/reports/upgrade/upgrade-report";

/**
 * Stores a Report as the publication of an article that names it, in the form in which it is passed: as earlier versions of the code did.
 * @returns the id of the publication
 */
export async function storeReport(
  article: { id: string; slug: string; version: { id: string } },
  publishedById: string,
  report: StoredReport,
): Promise<string> {
  const { number, publishedAt } = report.publication;
  const { id } = await clientOf().publication.create({
    data: {
      articleId: article.id,
      versionId: article.version.id,
      number,
      report: toJson({ ...report, article: { ...report.article, slug: article.slug } }),
      title: report.article.title,
      claimCount: report.claims.length,
      publishedAt: new Date(publishedAt),
      publishedById,
    },
    select: { id: true },
  });
  return id;
}
