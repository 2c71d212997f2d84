import type { DeskArticleView } from "@/components/article-desk/state/desk-types";
import type { Article } from "@/lib/db/articles";
import type { PublicationJob } from "@/lib/db/publication-jobs";
import type { ScheduledPublication } from "@/lib/db/scheduled-publications";
import { publicationJobView } from "./publication-job-view";

/** The fields of an article that the desk page receives. */
export function articleView(
  article: Article & {
    currentPublication: { number: number; publishedAt: string; isOutdated: boolean } | null;
    plan: ScheduledPublication | null;
    /** Only when the page is loaded; an open page follows its job itself. */
    publicationJob?: PublicationJob | null;
  },
): DeskArticleView {
  const { id, slug, status, revision, title, publisher, byline, sourceUrl, publishedOn, language } = article;
  const {
    purpose,
    finding,
    scaleId,
    requiredApprovals,
    currentPublication,
    plan,
    publicationJob,
    lead,
    dueAt,
    priority,
  } = article;
  return {
    id,
    slug,
    purpose,
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
    finding,
    lead,
    dueAt,
    priority,
    currentPublication: currentPublication && {
      number: currentPublication.number,
      publishedAt: currentPublication.publishedAt,
      isOutdated: currentPublication.isOutdated,
    },
    plan: plan && { at: plan.at, scheduledBy: plan.scheduledBy, failure: plan.failure },
    publicationJob: publicationJob ? publicationJobView(publicationJob) : null,
  };
}
