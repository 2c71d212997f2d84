"use server";

import { asActor } from "@/lib/auth/as-actor";
import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { MoveOutcome } from "@/lib/board/article-move";
import type { SavedView } from "@/lib/board/saved-view";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as assigning from "@/lib/workflows/articles/assign-articles";
import * as views from "@/lib/workflows/articles/saved-views";
import * as moving from "@/lib/workflows/board/move-article";

export async function assignArticles(
  input: assigning.AssignArticlesInput,
): Promise<Result<assigning.AssignArticlesOutcome, Failure>> {
  return asActor((actor) => assigning.assignArticles(actor, input));
}

export async function moveArticle(input: moving.MoveArticleInput): Promise<Result<MoveOutcome, Failure>> {
  return asActor((actor) => moving.moveArticle(actor, input));
}

export async function undoMove(input: moving.UndoMoveInput): Promise<Result<MoveOutcome, Failure>> {
  return asActor((actor) => moving.undoMove(actor, input));
}

export async function saveView(input: views.SaveViewInput, key: string): Promise<Result<SavedView, Failure>> {
  return asActorOnce(key, (actor) => views.saveView(actor, input), { action: "view" });
}

export async function changeView(input: views.ChangeViewInput): Promise<Result<SavedView, Failure>> {
  return asActor((actor) => views.changeView(actor, input));
}

export async function deleteView(input: { id: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => views.deleteView(actor, input));
}
