"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { type ImportArticleInput, importArticle } from "@/lib/workflows/articles/import-article";
import type { NewVersion } from "@/lib/workflows/articles/new-version";
import { type ReplaceTextInput, replaceText } from "@/lib/workflows/articles/replace-text";

export async function importArticleAction(
  input: ImportArticleInput,
): Promise<Result<{ id: string }, Failure>> {
  const actor = await actorForAction();
  if (!actor.ok) return actor;
  const result = await importArticle(actor.value, input);
  return result.ok ? ok({ id: result.value.id }) : result;
}

export async function replaceTextAction(input: ReplaceTextInput): Promise<Result<NewVersion, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? replaceText(actor.value, input) : actor;
}
