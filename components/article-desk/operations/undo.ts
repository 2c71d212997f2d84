import { words } from "@/lib/words/words";
import type { ShowMessage, WriteOutcome } from "./message";
import {
  type Action,
  addAction,
  dropAction,
  type Operation,
  readHistory,
  stepBack,
  stepForward,
  storeHistory,
  type UndoHistory,
} from "./undo-history";

/** Undo and redo of what was done to the claims of a text; both still work after a reload. */
export function createUndo({
  articleId,
  versionId,
  language,
  perform,
  select,
  showMessage,
}: {
  articleId: string;
  versionId: string;
  /** Of the messages, BCP 47. */
  language: string;
  perform: (operation: Operation) => Promise<WriteOutcome>;
  select: (claimId: string | null) => void;
  showMessage: ShowMessage;
}) {
  const t = words("articles", language);
  // Read when first needed, as the server has no browser storage when it renders.
  let stored: UndoHistory | null = null;
  let isBusy = false;

  function current(): UndoHistory {
    stored ??= readHistory(articleId, versionId);
    return stored;
  }

  function change(next: (before: UndoHistory) => UndoHistory): void {
    stored = next(current());
    storeHistory(articleId, versionId, stored);
  }

  async function go(direction: "undo" | "redo"): Promise<void> {
    if (isBusy) return;
    const { done, undone } = current();
    const action = (direction === "undo" ? done : undone).at(-1);
    if (!action)
      return showMessage({
        tone: "plain",
        text: direction === "undo" ? t("undo.nothingToUndo") : t("undo.nothingToRedo"),
      });
    isBusy = true;
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
      select(shown?.claimId ?? null);
    } finally {
      isBusy = false;
    }
  }

  return {
    /** Adds an action that can be undone from now on. */
    record: (action: Action) => change((before) => addAction(before, action)),
    undo: () => go("undo"),
    redo: () => go("redo"),
  };
}
