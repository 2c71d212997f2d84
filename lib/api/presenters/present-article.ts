import type { z } from "zod";
import { articlePath } from "@/lib/article-path";
import type { ArticleListItem } from "@/lib/db/articles";
import { env } from "@/lib/env";
import type { ArticleWithText } from "@/lib/workflows/articles/get-article";
import type { articleItemSchema, articleSchema } from "../schemas/article";

/** The public address of an article. */
export const readerAddress = (slug: string) => `${env().publicUrl}${articlePath(slug)}`;

export function presentArticle(details: ArticleWithText): z.output<typeof articleSchema> {
  const { article, version, publication } = details;
  return {
    id: article.id,
    slug: article.slug,
    title: article.title,
    publisher: article.publisher,
    byline: article.byline,
    sourceUrl: article.sourceUrl,
    publishedAt: article.publishedOn,
    language: article.language,
    finding: article.finding,
    purpose: article.purpose,
    status: article.status,
    scaleId: article.scaleId,
    requiredApprovals: article.requiredApprovals,
    revision: article.revision,
    lead: article.lead && { id: article.lead.id, name: article.lead.name },
    dueAt: article.dueAt,
    priority: article.priority,
    version: { id: version.id, number: version.number, text: version.text, textHash: version.textHash },
    publication: publication && {
      id: publication.id,
      number: publication.number,
      publishedAt: publication.publishedAt,
      url: readerAddress(article.slug),
    },
    createdBy: { id: article.createdBy.id, name: article.createdBy.name },
    createdAt: article.createdAt,
    updatedAt: article.updatedAt,
  };
}

export function presentArticleItem(item: ArticleListItem): z.output<typeof articleItemSchema> {
  const { draft, in_review: inReview, approved, excluded, total } = item.claimCounts;
  return {
    id: item.id,
    slug: item.slug,
    title: item.title,
    publisher: item.publisher,
    status: item.status,
    claimCounts: { draft, inReview, approved, excluded, total },
    createdBy: { id: item.createdBy.id, name: item.createdBy.name },
    updatedAt: item.updatedAt,
    publishedAt: item.publishedAt,
  };
}
