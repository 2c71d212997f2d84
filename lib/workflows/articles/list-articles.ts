import { z } from "zod";
import { type ArticleListItem, listArticleRows } from "@/lib/db/articles";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({
  cursor: z.string().optional(),
  limit: z.int().min(1).max(100).default(25),
  q: z
    .string()
    .optional()
    .transform((value) => value?.trim().slice(0, 200)),
});

export interface ArticlePage {
  items: ArticleListItem[];
  nextCursor: string | null;
  total: number;
}

/** The articles of the desk, the most recently changed first. */
export async function listArticles(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<ArticlePage, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  return parsed.ok ? ok(await listArticleRows(parsed.value)) : parsed;
}
