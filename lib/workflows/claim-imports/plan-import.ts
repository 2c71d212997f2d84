import { z } from "zod";
import type { ClaimImportPlan } from "@/lib/claim-imports/plan-claim-import";
import { CLAIM_FILE_LIMITS } from "@/lib/claim-imports/read-claim";
import { type Article, findArticle } from "@/lib/db/articles";
import { listClaimKeys } from "@/lib/db/claims";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { readArticleGround } from "./article-ground";

export const claimFileInput = z.object({
  articleId: z.string(),
  /** The file, or what was pasted. */
  content: z
    .string()
    .min(1, "Choose a file, or paste its text.")
    .max(
      CLAIM_FILE_LIMITS.text,
      "The file is longer than 4,000,000 characters. Split it, and import the parts.",
    ),
});

export interface PlannedImport {
  article: Article;
  plan: ClaimImportPlan;
}

/**
 * Reads a file of claims and compares it with an article, in a child process: the file is untrusted, and finding a thousand passages in a
 * long text takes seconds.
 */
export async function planImport(
  actor: Actor,
  input: z.input<typeof claimFileInput>,
): Promise<Result<PlannedImport, Failure>> {
  const allowed = asResult(can(actor, "create", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(claimFileInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, content } = parsed.value;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [ground, imported] = await Promise.all([readArticleGround(article), listImported(articleId)]);
  const planned = await runInChildProcess("plan-claim-import", {
    content,
    ground: {
      ...ground,
      language: article.language,
      imported: imported.filter(({ deleted }) => !deleted),
    },
  });
  const refuse = (message: string, cause?: unknown) => invalid(message, { content: [message] }, cause);
  if (!planned.ok) return refuse(describeIsolationFailure("The file", planned.error), planned.error.cause);
  return planned.value.ok ? ok({ article, plan: planned.value.value }) : refuse(planned.value.error.message);
}

const keyPrefix = (articleId: string) => `import:${articleId}:`;

/** The key of an imported claim. @param again how many claims were imported with it before, and deleted */
export function claimKeyOf(articleId: string, importKey: string, again: number): string {
  return `${keyPrefix(articleId)}${importKey}${again === 0 ? "" : `:${again}`}`;
}

/** The claims of an article that were imported, deleted ones included. */
export async function listImported(
  articleId: string,
  tx?: Tx,
): Promise<{ importKey: string; claimId: string; deleted: boolean }[]> {
  const prefix = keyPrefix(articleId);
  return (await listClaimKeys(articleId, prefix, tx)).map(({ id, idempotencyKey, deleted }) => ({
    importKey: idempotencyKey.slice(prefix.length).split(":")[0] ?? "",
    claimId: id,
    deleted,
  }));
}
