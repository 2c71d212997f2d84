import { useRouter } from "next/navigation";
import { useState } from "react";
import type { MoveActions } from "@/components/board/board-types";
import { attempt } from "@/components/ui/attempt";
import { focusAfterRender } from "@/components/ui/focus-after-render";
import { useWords } from "@/components/words/use-words";
import {
  type ArticleMove,
  type MoveOutcome,
  type MoveRights,
  type MoveUndo,
  moveTo,
} from "@/lib/board/article-move";
import type { BoardArticle } from "@/lib/board/board-article";
import type { ArticleStage } from "@/lib/review/article-transition";
import { articleStageLabels } from "@/lib/review/labels";

/** Id of the control of the message that has the focus next: Undo, or Close. */
export const NEXT_CONTROL_ID = "after-move";

/** What the board says about the last move. */
export interface MoveMessage {
  tone: "plain" | "success" | "failure";
  text: string;
  /** Claims that stayed as they were, and why. */
  left: MoveOutcome["left"];
  undo: MoveUndo | null;
  article: BoardArticle;
}

export interface BoardMoves {
  message: MoveMessage | null;
  /** @param by the focus follows a move by keyboard to its message */
  move: (article: BoardArticle, to: ArticleStage, by: "menu" | "drag") => Promise<void>;
  undo: () => Promise<void>;
  close: () => void;
}

/** Moves articles between the stages of the board, takes the last move back, and says what came of it. */
export function useBoardMoves(rights: MoveRights, actions: MoveActions): BoardMoves {
  const t = useWords("board");
  const router = useRouter();
  const [message, setMessage] = useState<MoveMessage | null>(null);

  function show(article: BoardArticle, shown: Pick<MoveMessage, "tone" | "text"> & Partial<MoveMessage>) {
    setMessage({ left: [], undo: null, article, ...shown });
  }

  function outcomeOf(move: ArticleMove, title: string, done: number): string {
    if (move === "unschedule") return t("move.unscheduled", { title });
    return t(move === "submit" ? "move.submitted" : "move.withdrawn", { done, title });
  }

  async function move(article: BoardArticle, to: ArticleStage, by: "menu" | "drag") {
    const { id: articleId, title } = article;
    const choice = moveTo(article, to, rights);
    if (choice.kind === "publish-page") {
      router.push(`/desk/articles/${articleId}/publish`);
      return;
    }
    if (choice.kind === "refused") {
      const { reason } = choice;
      const stage = articleStageLabels[article.stage];
      show(article, { tone: "failure", text: t("move.refused", { title, stage, reason }) });
    } else {
      show(article, { tone: "plain", text: t("move.pending", { title }) });
      const result = await attempt(() => actions.move({ articleId, move: choice.move }));
      if (result.ok) {
        const { done, left, undo } = result.value;
        show(article, { tone: "success", text: outcomeOf(choice.move, title, done), left, undo });
      } else show(article, { tone: "failure", text: result.error.message });
      router.refresh();
    }
    if (by === "menu") focusNext();
  }

  async function undo() {
    if (!message?.undo) return;
    const { article, undo: back } = message;
    const { id: articleId, title } = article;
    show(article, { tone: "plain", text: t("move.pending", { title }) });
    const result = await attempt(() => actions.undo({ articleId, undo: back }));
    if (result.ok)
      show(article, { tone: "success", text: t("move.undone", { title }), left: result.value.left });
    else show(article, { tone: "failure", text: result.error.message });
    router.refresh();
    focusNext();
  }

  function close() {
    const id = message?.article.id;
    setMessage(null);
    focusAfterRender(() => document.querySelector<HTMLElement>(`[data-move-article="${id}"]`));
  }

  return { message, move, undo, close };
}

function focusNext(): void {
  focusAfterRender(() => document.getElementById(NEXT_CONTROL_ID));
}
