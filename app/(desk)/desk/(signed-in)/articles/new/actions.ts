"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { type CreateArticleInput, createArticle } from "@/lib/workflows/articles/create-article";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import { type ReplaceTextInput, replaceText } from "@/lib/workflows/articles/replace-text";

export async function importArticleAction(
  input: CreateArticleInput,
): Promise<Result<{ id: string }, Failure>> {
  return asActor(async (actor) => {
    const result = await createArticle(actor, input);
    return result.ok ? ok({ id: result.value.id }) : result;
  });
}

export async function replaceTextAction(input: ReplaceTextInput): Promise<Result<NewVersion, Failure>> {
  return asActor((actor) => replaceText(actor, input));
}
