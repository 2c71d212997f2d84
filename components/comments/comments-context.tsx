"use client";

import { createContext, useContext } from "react";
import type { useArticleComments } from "./use-article-comments";

/** The comments of the article that a page is about, wherever on it they are shown. */
export type CommentsOfArticle = ReturnType<typeof useArticleComments>;

export const CommentsContext = createContext<CommentsOfArticle | null>(null);

export function useComments(): CommentsOfArticle {
  const comments = useContext(CommentsContext);
  if (!comments) throw new Error("comments are shown outside of their article");
  return comments;
}
