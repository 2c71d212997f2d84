import { useCallback, useRef } from "react";
import { useWords } from "@/components/words/use-words";
import type { Message, Outcome } from "./message";
import {
  type Action,
  addAction,
  dropAction,
  EMPTY_HISTORY,
  type Operation,
  readHistory,
  stepBack,
  stepForward,
  storeHistory,
  type UndoHistory,
} from "./undo-history";

/** Undo and redo of what was done to the claims of a text; both still work after a reload. */
export function useUndo({
  articleId,
  versionId,
  perform,
  onSelect,
  showMessage,
}: {
  articleId: string;
  versionId: string;
  perform: (operation: Operation) => Promise<Outcome>;
  onSelect: (id: string | null) => void;
  showMessage: (message: Message | null) => void;
}) {
  const t = useWords("articles");
  const history = useRef<UndoHistory>(EMPTY_HISTORY);
  const isRead = useRef(false);

  const change = useCallback(
    (next: (before: UndoHistory) => UndoHistory) => {
      // Read when first needed, as the server has no browser storage when it renders.
      if (!isRead.current) history.current = readHistory(articleId, versionId);
      isRead.current = true;
      history.current = next(history.current);
      storeHistory(articleId, versionId, history.current);
    },
    [articleId, versionId],
  );
  const addToHistory = useCallback(
    (action: Action) => change((before) => addAction(before, action)),
    [change],
  );

  const busy = useRef(false);
  const go = useCallback(
    async (direction: "undo" | "redo") => {
      if (busy.current) return;
      change((before) => before);
      const actions = direction === "undo" ? history.current.done : history.current.undone;
      const action = actions.at(-1);
      if (!action)
        return showMessage({
          tone: "plain",
          text: direction === "undo" ? t("undo.nothingToUndo") : t("undo.nothingToRedo"),
        });
      busy.current = true;
      try {
        let isQueued = false;
        for (const operation of action[direction]) {
          const outcome = await perform(operation);
          if (outcome === "failed") return change((before) => dropAction(before, direction));
          isQueued ||= outcome === "queued";
        }
        change(direction === "undo" ? stepBack : stepForward);
        if (!isQueued)
          showMessage({
            tone: "success",
            text: t(direction === "undo" ? "undo.undone" : "undo.redone", { action: action.label }),
          });
        const shown = action[direction].findLast(({ kind }) => kind !== "delete");
        onSelect(shown?.claimId ?? null);
      } finally {
        busy.current = false;
      }
    },
    [change, onSelect, perform, showMessage, t],
  );

  return { addToHistory, go };
}
