import type { ArticleMove, MoveOutcome, MoveUndo } from "@/lib/board/article-move";
import type { Plan, PlanChange } from "@/lib/board/plan";
import type { SavedView } from "@/lib/board/saved-view";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

type Action<I, O> = (input: I) => Promise<Result<O, Failure>>;

/** The outcome of changing several articles. */
export interface ArticlesChanged {
  done: number;
  /** Articles that were not changed, and why. */
  left: { title: string; message: string }[];
}

/** Changes the plans of articles. Each names the revision that the page shows. */
export type AssignArticles = Action<
  PlanChange & { articles: { articleId: string; revision: number }[] },
  ArticlesChanged
>;

/** Changes the plan of one article. */
export type AssignArticle = Action<
  PlanChange & { articleId: string; revision: number },
  Plan & { revision: number }
>;

/** Moves an article to another stage, and takes a move back. */
export interface MoveActions {
  move: Action<{ articleId: string; move: ArticleMove }, MoveOutcome>;
  undo: Action<{ articleId: string; undo: MoveUndo }, MoveOutcome>;
}

export interface ViewActions {
  saveView: (
    input: { name: string; query: string; shared: boolean },
    key: string,
  ) => Promise<Result<SavedView, Failure>>;
  changeView: Action<{ id: string; revision: number; name: string; shared: boolean }, SavedView>;
  deleteView: Action<{ id: string }, null>;
}
