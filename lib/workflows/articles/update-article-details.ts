import { z } from "zod";
import { type Article, findArticle, updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { changesOf } from "@/lib/history/claim-record";
import type { Restored } from "@/lib/history/content-at";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { articleDetailsInput } from "./article-input";

const inputSchema = articleDetailsInput.extend({ articleId: z.string(), revision: z.int() });

export type UpdateArticleDetailsInput = z.input<typeof inputSchema>;

/**
 * Changes an article's details. Its text and its address stay the same.
 * @param options.restored the event from which these details are restored
 */
export async function updateArticleDetails(
  actor: Actor,
  input: UpdateArticleDetailsInput,
  { restored }: { restored?: Restored } = {},
): Promise<Result<Article, Failure>> {
  const allowed = asResult(can(actor, "edit-details", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  return inTransaction((tx) => storeDetails(tx, actor, parsed.value, restored));
}

const findingInput = articleDetailsInput
  .pick({ finding: true })
  .extend({ articleId: z.string(), revision: z.int() });

export type SaveFindingInput = z.input<typeof findingInput>;

/** Changes an article's finding; its other details stay the same. */
export async function saveFinding(
  actor: Actor,
  input: SaveFindingInput,
): Promise<Result<{ revision: number }, Failure>> {
  const allowed = asResult(can(actor, "edit-details", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(findingInput, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const article = await findArticle(parsed.value.articleId, tx);
    if (!article) return notFound("article");
    const stored = await storeDetails(tx, actor, { ...detailsOf(article), ...parsed.value });
    return stored.ok ? ok({ revision: stored.value.revision }) : stored;
  });
}

/** Stores the details of an article in an open transaction, if it still has the revision that they were changed on. */
export async function storeDetails(
  tx: Tx,
  actor: Actor,
  { articleId, revision, ...details }: z.output<typeof inputSchema>,
  restored?: Restored,
): Promise<Result<Article, Failure>> {
  const before = await findArticle(articleId, tx);
  if (!before) return notFound("article");
  const after = await updateArticle(tx, articleId, revision, details);
  if (!after)
    return err({
      kind: "stale",
      message: "Someone changed these details in the meantime. Compare both versions, then save again.",
      current: await findArticle(articleId, tx),
    });
  const { from, to } = changesOf(detailsOf(before), detailsOf(after));
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: restored ? "article.restore-details" : "article.edit-details",
    targetType: "article",
    targetId: articleId,
    articleId,
    from,
    to: { ...to, ...(restored && { restored }) },
  });
  return ok(after);
}

/** The details of an article in the form of its input. */
export function detailsOf({ title, publisher, byline, sourceUrl, publishedOn, language, finding }: Article) {
  return { title, publisher, byline, sourceUrl, publishedOn, language, finding };
}
