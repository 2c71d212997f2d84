"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import type { Plan } from "@/lib/board/plan";
import type { PersonName } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import type { ArticleStatus } from "@/lib/review/article-status";
import type { AssignArticle } from "./board-types";
import { PlanPanel } from "./plan-panel";
import { PlanSummary } from "./plan-summary";

/** Who leads the check of the article on its page, until when, and how much it presses. */
export function ArticlePlan<
  A extends Plan & { id: string; title: string; status: ArticleStatus; revision: number },
>({
  article,
  actor,
  people,
  assign,
  onChange,
}: {
  article: A;
  actor: Actor;
  people: readonly PersonName[];
  assign: AssignArticle;
  onChange: (article: A) => void;
}) {
  // What time it is, the server need not know.
  const isOver = useHydrated() && article.dueAt !== null && Date.parse(article.dueAt) < Date.now();
  return (
    <PlanPanel
      title="this article"
      plan={article}
      people={people}
      actor={actor}
      save={async (change) => {
        const { id: articleId, revision } = article;
        const result = await assign({ ...change, articleId, revision });
        if (!result.ok) return result;
        onChange({ ...article, ...result.value });
        return ok(null);
      }}
    >
      <PlanSummary plan={article} overdue={isOver && article.status === "draft"} />
    </PlanPanel>
  );
}
