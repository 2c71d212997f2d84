"use client";

import { createContext, useContext } from "react";
import type { useArticleComments } from "./use-article-comments";

/** The comments of the article that a page shows, for every part of that page. */
export type CommentsOfArticle = ReturnType<typeof useArticleComments>;

export const CommentsContext = createContext<CommentsOfArticle | null>(null);

export function useComments(): CommentsOfArticle {
  const comments = useContext(CommentsContext);
  if (!comments) throw new Error("useComments needs an ArticleComments above it");
  return comments;
}
