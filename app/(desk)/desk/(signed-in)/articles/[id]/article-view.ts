import type { DeskArticleView } from "@/components/article-desk/state/desk-types";
import type { Article } from "@/lib/db/articles";
import type { ScheduledPublication } from "@/lib/db/scheduled-publications";

/** The fields of an article that the desk page receives. */
export function articleView(
  article: Article & {
    currentPublication: { number: number; publishedAt: string } | null;
    plan: ScheduledPublication | null;
  },
): DeskArticleView {
  const { id, slug, status, revision, title, publisher, byline, sourceUrl, publishedOn, language } = article;
  const { scaleId, requiredApprovals, currentPublication, plan, lead, dueAt, priority } = article;
  return {
    id,
    slug,
    status,
    revision,
    scaleId,
    requiredApprovals,
    title,
    publisher,
    byline,
    sourceUrl,
    publishedOn,
    language,
    lead,
    dueAt,
    priority,
    currentPublication: currentPublication && {
      number: currentPublication.number,
      publishedAt: currentPublication.publishedAt,
    },
    plan: plan && { at: plan.at, scheduledBy: plan.scheduledBy, failure: plan.failure },
  };
}
