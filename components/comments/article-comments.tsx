"use client";

import type { ReactNode } from "react";
import type { Actor } from "@/lib/policies/actor";
import type { DeskComments } from "./comment-types";
import { CommentsContext } from "./comments-context";
import { useArticleComments } from "./use-article-comments";

/** Provides the article's comments to the page inside. */
export function ArticleComments({
  children,
  ...rest
}: {
  articleId: string;
  versionId: string;
  actor: Actor;
  initial: DeskComments;
  children: ReactNode;
}) {
  return <CommentsContext value={useArticleComments(rest)}>{children}</CommentsContext>;
}
