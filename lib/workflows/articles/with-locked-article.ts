import type { z } from "zod";
import { type Article, lockArticle } from "@/lib/db/articles";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/**
 * How every workflow begins that changes an article as a whole: it asks the policy, reads what was sent, locks the article, and
 * refuses what was made on an older state of it. What follows happens in the same transaction.
 * @param opening.doing what the actor is about to do, for the words of a refusal: "publish"
 */
export async function withLockedArticle<Input extends { articleId: string; revision: number }, T>(
  actor: Actor,
  opening: {
    action: "publish" | "unpublish" | "raise-approvals" | "change-scale";
    input: z.ZodType<Input>;
    doing: string;
  },
  given: unknown,
  change: (tx: Tx, article: Article, input: Input) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const allowed = asResult(can(actor, opening.action, "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(opening.input, given);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, parsed.value.articleId);
    if (!article) return notFound("article");
    if (article.revision !== parsed.value.revision)
      return err({
        kind: "stale",
        message: `The article was changed or published in the meantime. Look at it again before you ${opening.doing}.`,
        current: article,
      });
    return change(tx, article, parsed.value);
  });
}
