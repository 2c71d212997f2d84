"use server";

import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { type CreateArticleInput, createArticle } from "@/lib/workflows/articles/create-article";

export async function importArticleAction(
  input: CreateArticleInput,
  key: string,
): Promise<Result<{ id: string }, Failure>> {
  return asActorOnce(
    key,
    async (actor) => {
      const result = await createArticle(actor, input);
      return result.ok ? ok({ id: result.value.id }) : result;
    },
    { action: "article" },
  );
}
