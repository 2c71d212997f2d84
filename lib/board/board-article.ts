import type { PersonName } from "@/lib/claims/claim";
import type { ArticleStage } from "@/lib/review/article-transition";
import type { Plan } from "./plan";
import type { Stuck } from "./stuck";

/** An article as the list and the board show it. */
export interface BoardArticle extends Plan {
  id: string;
  title: string;
  publisher: string | null;
  /** Article.revision: a change of the plan is made on it. */
  revision: number;
  stage: ArticleStage;
  /** Claims by state, retired ones left out; `approved` counts those that are published as well. */
  claims: { draft: number; in_review: number; disputed: number; approved: number; excluded: number };
  createdBy: PersonName;
  /** ISO 8601 instants. */
  updatedAt: string;
  /** Since when it has been in its stage. */
  since: string;
  /** When something was last done with it. */
  activeAt: string;
  stuck: Stuck | null;
}

/** Claims of an article that readers are to see, and how many of them are signed off. */
export function progressOf({ claims }: Pick<BoardArticle, "claims">): { done: number; all: number } {
  return { done: claims.approved, all: claims.draft + claims.in_review + claims.disputed + claims.approved };
}
