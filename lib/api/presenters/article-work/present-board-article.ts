import type { z } from "zod";
import type { BoardArticle } from "@/lib/board/board-article";
import type { boardSchema } from "../../schemas/article-work/board";

type PresentedArticle = z.output<typeof boardSchema>["columns"][number]["items"][number];

export function presentBoardArticle(article: BoardArticle): PresentedArticle {
  const { draft, in_review: inReview, disputed, approved, excluded } = article.claims;
  const { lead, stuck, createdBy } = article;
  return {
    id: article.id,
    title: article.title,
    publisher: article.publisher,
    purpose: article.purpose,
    revision: article.revision,
    stage: article.stage,
    since: article.since,
    live: article.live,
    lead: lead && { id: lead.id, name: lead.name },
    dueAt: article.dueAt,
    priority: article.priority,
    claimCounts: { draft, inReview, disputed, approved, excluded },
    reopened: article.reopened,
    queries: article.queries,
    flags: article.flags,
    reviewDueOn: article.reviewDueOn,
    stuck: stuck && { reason: stuck.reason, since: stuck.since },
    createdBy: { id: createdBy.id, name: createdBy.name },
    activeAt: article.activeAt,
    updatedAt: article.updatedAt,
  };
}
