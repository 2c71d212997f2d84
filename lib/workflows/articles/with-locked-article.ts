import type { z } from "zod";
import { type Article, lockArticle } from "@/lib/db/articles";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/**
 * The start of every workflow that changes an article itself: checks the policy, parses the input, locks the article, and refuses a
 * change made on an older revision. `change` runs in the same transaction.
 * @param opening.doing what the actor is about to do, for the message of a refusal: "publish"
 */
export async function withLockedArticle<Input extends { articleId: string; revision: number }, T>(
  actor: Actor,
  opening: {
    action: "publish" | "unpublish" | "raise-approvals" | "change-scale";
    input: z.ZodType<Input>;
    doing: string;
  },
  input: unknown,
  change: (tx: Tx, article: Article, input: Input) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const allowed = asResult(can(actor, opening.action, "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(opening.input, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, parsed.value.articleId);
    if (!article) return notFound("article");
    if (article.revision !== parsed.value.revision)
      return err({
        kind: "stale",
        message: `The article was changed or published in the meantime. Review it again before you ${opening.doing}.`,
        current: article,
      });
    return change(tx, article, parsed.value);
  });
}
