import type { z } from "zod";
import { type Article, findArticle, lockArticle } from "@/lib/db/articles";
import { inSnapshot, inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** The input of every workflow that changes an article itself. */
export interface Opening<Input extends { articleId: string; revision: number }> {
  action: "publish" | "unpublish" | "raise-approvals" | "change-scale" | "change-purpose";
  input: z.ZodType<Input>;
  /** What the actor is about to do, for the message of a refusal: "publish". */
  doing: string;
}

/**
 * The start of every workflow that changes an article itself: checks the policy, parses the input, locks the article, and refuses a
 * change made on an older revision. `change` runs in the same transaction.
 */
export async function withLockedArticle<Input extends { articleId: string; revision: number }, T>(
  actor: Actor,
  opening: Opening<Input>,
  input: unknown,
  change: (tx: Tx, article: Article, input: Input) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const parsed = admit(actor, opening, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, parsed.value.articleId);
    const current = atRevision(article, parsed.value, opening.doing);
    return current.ok ? change(tx, current.value, parsed.value) : current;
  });
}

/** The same checks for workflows that only read: without a lock, from one consistent snapshot. */
export async function withArticleSnapshot<Input extends { articleId: string; revision: number }, T>(
  actor: Actor,
  opening: Opening<Input>,
  input: unknown,
  read: (tx: Tx, article: Article, input: Input) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const parsed = admit(actor, opening, input);
  if (!parsed.ok) return parsed;
  return inSnapshot(async (tx): Promise<Result<T, Failure>> => {
    const article = await findArticle(parsed.value.articleId, tx);
    const current = atRevision(article, parsed.value, opening.doing);
    return current.ok ? read(tx, current.value, parsed.value) : current;
  });
}

function admit<Input extends { articleId: string; revision: number }>(
  actor: Actor,
  opening: Opening<Input>,
  input: unknown,
): Result<Input, Failure> {
  const allowed = asResult(can(actor, opening.action, "article"));
  return allowed.ok ? parseInput(opening.input, input) : allowed;
}

/** The article, if it is as the actor saw it. */
function atRevision(
  article: Article | null,
  { revision }: { revision: number },
  doing: string,
): Result<Article, Failure> {
  if (!article) return notFound("article");
  if (article.revision === revision) return { ok: true, value: article };
  return err({
    kind: "stale",
    message: `The article was changed or published in the meantime. Review it again before you ${doing}.`,
    current: article,
  });
}
