import type { BoardArticle } from "@/lib/board/board-article";
import type { PlanChange } from "@/lib/board/plan";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import type { AssignArticles } from "./board-types";

/** Returns a function that changes the plan of one article in a list and refreshes the list. */
export function planSaver({ id, revision }: BoardArticle, assign: AssignArticles, refresh: () => void) {
  return async (change: PlanChange): Promise<Result<null, Failure>> => {
    const result = await assign({ ...change, articles: [{ articleId: id, revision }] });
    if (!result.ok) return result;
    refresh();
    const [skipped] = result.value.left;
    return skipped
      ? { ok: false, error: { kind: "stale", message: skipped.message, current: null } }
      : ok(null);
  };
}
