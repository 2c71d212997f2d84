import type { CorrectionKind } from "@/lib/reports/report";
import type { ArticleStage } from "@/lib/review/article-transition";
import { words } from "@/lib/words/words";
import { type BoardArticle, progressOf } from "./board-article";

/** What moves an article to another stage in one step. Stages follow from the claims, so a move does something with these. */
export const ARTICLE_MOVES = ["submit", "withdraw", "unschedule"] as const;
export type ArticleMove = (typeof ARTICLE_MOVES)[number];

/** What takes a move back: the claims as it left them, or the schedule as it was. */
export type MoveUndo =
  | { kind: "submit" | "withdraw"; claims: { claimId: string; revision: number }[] }
  | {
      kind: "schedule";
      revision: number;
      /** ISO 8601 instant. */
      at: string;
      corrections: { claimId: string; kind: CorrectionKind; note: string }[];
    };

/** The outcome of a move. */
export interface MoveOutcome {
  /** Claims that were changed. */
  done: number;
  /** Claims that were not, and why. */
  left: { number: number; message: string }[];
  /** Null if there is nothing to take back. */
  undo: MoveUndo | null;
}

/** What happens when an article is moved to a stage. */
export type MoveChoice =
  | { kind: "move"; move: ArticleMove }
  /** The page where publications are made, scheduled and taken down. */
  | { kind: "publish-page" }
  | { kind: "refused"; reason: string };

/** Why the person can't publish and unpublish, by their policies; null where they can. */
export interface MoveRights {
  publish: string | null;
  unpublish: string | null;
}

/** What a move needs to know of an article. */
export type MovedArticle = Pick<BoardArticle, "stage" | "claims" | "live" | "purpose">;

const t = words("board");

/**
 * What happens when a person moves an article to another stage on the board.
 * @returns a step that can be taken at once, the page for it, or why there is none
 */
export function moveTo(article: MovedArticle, to: ArticleStage, rights: MoveRights): MoveChoice {
  switch (to) {
    case "draft":
      return refused(t("move.refused.draft"));
    case "in_progress":
      return withdrawn(article);
    case "in_review":
      return submitted(article);
    case "ready":
      if (article.stage === "scheduled")
        return ifAllowed(rights.publish, { kind: "move", move: "unschedule" });
      return refused(whatIsOpen(article) ?? t("move.refused.published"));
    case "scheduled":
    case "published":
      return published(article, to, rights);
    case "unpublished":
      if (!article.live) return refused(t("move.refused.notLive"));
      return ifAllowed(rights.unpublish, { kind: "publish-page" });
  }
}

function withdrawn({ stage, claims }: MovedArticle): MoveChoice {
  if (stage === "scheduled") return refused(t("move.refused.scheduled"));
  if (claims.in_review > 0) return { kind: "move", move: "withdraw" };
  if (claims.disputed > 0) return refused(t("move.refused.disputed", { count: claims.disputed }));
  return refused(stage === "draft" ? t("move.refused.noClaims") : t("move.refused.approved"));
}

function submitted({ stage, claims }: MovedArticle): MoveChoice {
  if (stage === "scheduled") return refused(t("move.refused.scheduled"));
  if (claims.draft > 0) return { kind: "move", move: "submit" };
  return refused(stage === "draft" ? t("move.refused.noClaims") : t("move.refused.approved"));
}

function published(article: MovedArticle, to: "scheduled" | "published", rights: MoveRights): MoveChoice {
  if (article.purpose === "manuscript") return refused(t("move.refused.manuscript"));
  if (article.stage === "published" && to === "scheduled") return refused(t("move.refused.published"));
  const open = whatIsOpen(article);
  return open === null ? ifAllowed(rights.publish, { kind: "publish-page" }) : refused(open);
}

/** Why an article is not ready for publication; null if every claim is approved. */
function whatIsOpen(article: MovedArticle): string | null {
  const { done, all } = progressOf(article);
  if (all === 0) return t("move.refused.noClaims");
  return done < all ? t("move.refused.open", { count: all - done }) : null;
}

function ifAllowed(reason: string | null, choice: MoveChoice): MoveChoice {
  return reason === null ? choice : refused(reason);
}

function refused(reason: string): MoveChoice {
  return { kind: "refused", reason };
}
