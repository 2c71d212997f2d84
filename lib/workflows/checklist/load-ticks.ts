import { z } from "zod";
import type { Tick } from "@/lib/checklist/tick";
import { findArticle } from "@/lib/db/articles";
import { listTicks } from "@/lib/db/ticks";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({
  articleId: z.string(),
  /** Only these, after events that named them; null for all. */
  ids: z.array(z.uuid()).max(500).nullable(),
});

export type LoadTicksInput = z.input<typeof inputSchema>;

export interface LoadedTicks {
  /** The version in which they count, the current one. */
  versionId: string;
  ticks: Tick[];
}

/** The ticks that count in the current version of an article. */
export async function loadTicks(actor: Actor, input: LoadTicksInput): Promise<Result<LoadedTicks, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, ids } = parsed.value;
  const allowed = asResult(can(actor, "read", "checklist", { articleId }));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  return ok({ versionId: article.currentVersionId, ticks: await listTicks(article.currentVersionId, ids) });
}
