"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { SavedView } from "@/lib/board/saved-view";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as assigning from "@/lib/workflows/articles/assign-articles";
import * as views from "@/lib/workflows/articles/saved-views";

export async function assignArticles(
  input: assigning.AssignArticlesInput,
): Promise<Result<assigning.AssignArticlesOutcome, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? assigning.assignArticles(actor.value, input) : actor;
}

export async function saveView(input: views.SaveViewInput): Promise<Result<SavedView, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? views.saveView(actor.value, input) : actor;
}

export async function changeView(input: views.ChangeViewInput): Promise<Result<SavedView, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? views.changeView(actor.value, input) : actor;
}

export async function deleteView(input: { id: string }): Promise<Result<null, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? views.deleteView(actor.value, input) : actor;
}
