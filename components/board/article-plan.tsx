"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";
import type { Plan } from "@/lib/board/plan";
import type { PersonName } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import type { ArticleStatus } from "@/lib/review/article-status";
import type { AssignArticle } from "./board-types";
import { PlanPanel } from "./plan-panel";
import { PlanSummary } from "./plan-summary";

/** Lead, due time and priority of the article, on its page. */
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
  const t = useWords("board");
  // Only after hydration: the clocks of server and browser can differ.
  const isPastDue = useHydrated() && article.dueAt !== null && Date.parse(article.dueAt) < Date.now();
  return (
    <PlanPanel
      articleId={article.id}
      title={t("plan.thisArticle")}
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
      <PlanSummary plan={article} overdue={isPastDue && article.status === "draft"} />
    </PlanPanel>
  );
}
