import type { BoardArticle } from "@/lib/board/board-article";
import type { PlanChange } from "@/lib/board/plan";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import type { AssignArticles } from "./board-types";

/** Changes the plan of one article of a list, and has the list made anew. */
export function planSaver({ id, revision }: BoardArticle, assign: AssignArticles, refresh: () => void) {
  return async (change: PlanChange): Promise<Result<null, Failure>> => {
    const result = await assign({ ...change, articles: [{ articleId: id, revision }] });
    if (!result.ok) return result;
    refresh();
    const [left] = result.value.left;
    return left ? { ok: false, error: { kind: "stale", message: left.message, current: null } } : ok(null);
  };
}
