"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { type CreateArticleInput, createArticle } from "@/lib/workflows/articles/create-article";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import { type ReplaceTextInput, replaceText } from "@/lib/workflows/articles/replace-text";

export async function importArticleAction(
  input: CreateArticleInput,
): Promise<Result<{ id: string }, Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  const result = await createArticle(actor.value, input);
  return result.ok ? ok({ id: result.value.id }) : result;
}

export async function replaceTextAction(input: ReplaceTextInput): Promise<Result<NewVersion, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? replaceText(actor.value, input) : actor;
}
