import { z } from "zod";
import { findArticles } from "@/lib/db/articles";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { assignArticle, planChange } from "./assign-article";

const inputSchema = planChange.extend({
  articles: z
    .array(
      z.object({
        articleId: z.string(),
        /** Article.revision that the page shows. */
        revision: z.int(),
      }),
    )
    .min(1, "Choose at least one article.")
    .max(200, "You can change at most 200 articles at a time. Choose fewer."),
});

export type AssignArticlesInput = z.input<typeof inputSchema>;

/** The outcome of a batch. */
export interface AssignArticlesOutcome {
  done: number;
  /** Articles that stayed unchanged, and why. */
  left: { title: string; message: string }[];
}

/** Sets the lead, due time or priority of many articles: each one completely or not at all, independently of the others. */
export async function assignArticles(
  actor: Actor,
  input: AssignArticlesInput,
): Promise<Result<AssignArticlesOutcome, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articles, ...change } = parsed.value;
  const titles = await findArticles(articles.map(({ articleId }) => articleId));
  const outcome: AssignArticlesOutcome = { done: 0, left: [] };
  for (const { articleId, revision } of articles) {
    const assigned = await assignArticle(actor, { ...change, articleId, revision });
    if (assigned.ok) outcome.done += 1;
    else
      outcome.left.push({
        title: titles.get(articleId)?.title ?? "A deleted article",
        message: assigned.error.message,
      });
  }
  return ok(outcome);
}
