import { EMPTY_QUERY } from "@/lib/board/board-query";
import type { Claim } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { assignArticles } from "@/lib/workflows/articles/assign-articles";
import { listBoard, listBoardByStage } from "@/lib/workflows/articles/list-board";
import { changeView, deleteView, listSavedViews, saveView } from "@/lib/workflows/articles/saved-views";
import { moveArticle, undoMove } from "@/lib/workflows/board/move-article";
import { assignClaims } from "@/lib/workflows/claims/assign-claims";
import { batchClaims } from "@/lib/workflows/claims/batch-claims";
import { getReturnNote } from "@/lib/workflows/review/get-return-note";
import { listMyWork, listPeopleForWork } from "@/lib/workflows/review/list-my-work";

interface At {
  articleId: string;
  revision: number;
  claim: Claim;
}

const seen = ({ claim }: At) => [{ claimId: claim.id, revision: claim.revision, seenAssigneeId: null }];
const view = { name: "Late", shared: true };

/** The part of `everyCall` about assignments and the board. */
export const everyBoardCall: Record<string, (actor: Actor, at: At) => Promise<unknown>> = {
  assignArticle: (actor, { articleId, revision }) =>
    assignArticle(actor, { articleId, revision, leadId: actor.id }),
  assignArticles: (actor, { articleId, revision }) =>
    assignArticles(actor, { articles: [{ articleId, revision }], leadId: actor.id }),
  assignClaims: (actor, at) =>
    assignClaims(actor, { articleId: at.articleId, claims: seen(at), assigneeId: null }),
  batchClaims: (actor, at) =>
    batchClaims(actor, {
      articleId: at.articleId,
      claims: seen(at),
      action: { kind: "step", step: "withdraw" },
    }),
  listBoard: (actor) => listBoard(actor, { query: EMPTY_QUERY, page: 0 }),
  listBoardByStage: (actor) => listBoardByStage(actor, { query: EMPTY_QUERY }),
  moveArticle: (actor, { articleId }) => moveArticle(actor, { articleId, move: "submit" }),
  undoMove: (actor, at) =>
    undoMove(actor, {
      articleId: at.articleId,
      undo: { kind: "withdraw", claims: [{ claimId: at.claim.id, revision: at.claim.revision }] },
    }),
  getReturnNote: (actor, { claim }) => getReturnNote(actor, { claimId: claim.id }),
  listMyWork: (actor) => listMyWork(actor),
  listPeopleForWork: (actor) => listPeopleForWork(actor),
  listSavedViews: (actor) => listSavedViews(actor),
  saveView: (actor) => saveView(actor, { ...view, query: "due=overdue" }),
  changeView: (actor) => changeView(actor, { ...view, id: crypto.randomUUID(), revision: 1 }),
  deleteView: (actor) => deleteView(actor, { id: crypto.randomUUID() }),
};
