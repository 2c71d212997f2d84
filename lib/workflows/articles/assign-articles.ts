import { z } from "zod";
import { findArticles } from "@/lib/db/articles";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { assignArticle, planChange } from "./assign-article";

const input = planChange.extend({
  articles: z
    .array(
      z.object({
        articleId: z.string(),
        /** Article.revision that the page shows. */
        revision: z.int(),
      }),
    )
    .min(1, "Choose at least one article.")
    .max(200, "At most 200 articles are changed at once. Choose fewer."),
});

export type AssignArticlesInput = z.input<typeof input>;

/** What became of the articles of a batch. */
export interface ArticlesAssigned {
  done: number;
  /** Those that were left as they are, and why. */
  left: { title: string; message: string }[];
}

/** Gives many articles a lead, a due time or a priority: each wholly or not at all, whatever becomes of the others. */
export async function assignArticles(
  actor: Actor,
  given: AssignArticlesInput,
): Promise<Result<ArticlesAssigned, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { articles, ...change } = parsed.value;
  const titles = await findArticles(articles.map(({ articleId }) => articleId));
  const outcome: ArticlesAssigned = { done: 0, left: [] };
  for (const { articleId, revision } of articles) {
    const assigned = await assignArticle(actor, { ...change, articleId, revision });
    if (assigned.ok) outcome.done += 1;
    else
      outcome.left.push({
        title: titles.get(articleId)?.title ?? "An article that is not there any more",
        message: assigned.error.message,
      });
  }
  return ok(outcome);
}
