"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { type CreateArticleInput, createArticle } from "@/lib/workflows/articles/create-article";

export async function importArticleAction(
  input: CreateArticleInput,
): Promise<Result<{ id: string }, Failure>> {
  return asActor(async (actor) => {
    const result = await createArticle(actor, input);
    return result.ok ? ok({ id: result.value.id }) : result;
  });
}
