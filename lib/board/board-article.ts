import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import type { PersonName } from "@/lib/claims/claim";
import type { ArticleStage } from "@/lib/review/article-transition";
import type { Plan } from "./plan";
import type { Stuck } from "./stuck";

/** An article as the list and the board show it. */
export interface BoardArticle extends Plan {
  id: string;
  title: string;
  publisher: string | null;
  purpose: ArticlePurpose;
  /** Queries to the author of a manuscript that are open. */
  queries: number;
  /** Article.revision, which a change of the plan has to name. */
  revision: number;
  stage: ArticleStage;
  /** Whether readers see a publication of it now. */
  live: boolean;
  /** Claims that readers see in it and that are open again: not approved, or approved and not published since. */
  reopened: number;
  /** Claims by state, without retired ones. `approved` includes published claims. */
  claims: { draft: number; in_review: number; disputed: number; approved: number; excluded: number };
  createdBy: PersonName;
  /** ISO 8601 instant, as are `since` and `activeAt`. */
  updatedAt: string;
  /** When it entered its stage. */
  since: string;
  /** When anyone last worked on it. */
  activeAt: string;
  stuck: Stuck | null;
  /** What someone should look at again: open flags of the article and its claims, to one more than `COUNT_LIMIT`. */
  flags: number;
  /** The earliest review day that has come, ISO 8601; null for none. */
  reviewDueOn: string | null;
}

/** How many claims readers will see, and how many of those are approved. */
export function progressOf({ claims }: Pick<BoardArticle, "claims">): { done: number; all: number } {
  return { done: claims.approved, all: claims.draft + claims.in_review + claims.disputed + claims.approved };
}
