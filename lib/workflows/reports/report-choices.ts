import { findArticle } from "@/lib/db/articles";
import { findPublishedSlug } from "@/lib/db/public-publications";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** Of which states of an article a person can download a report. */
export interface ReportChoices {
  article: { id: string; title: string };
  /** Whether it is a manuscript, which has no report. */
  isManuscript: boolean;
  /** Whether readers see it now. */
  isPublished: boolean;
  /** Whether the person can have its dossier. */
  hasDossier: boolean;
}

/** What the page for downloading reports of an article offers. */
export async function getReportChoices(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<ReportChoices, Failure>> {
  const allowed = asResult(can(actor, "export-draft", "article", { articleId }));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  return ok({
    article: { id: article.id, title: article.title },
    isManuscript: article.purpose === "manuscript",
    hasDossier: can(actor, "export-dossier", "article", { articleId }).allowed,
    isPublished: (await findPublishedSlug(article.id)) !== null,
  });
}
