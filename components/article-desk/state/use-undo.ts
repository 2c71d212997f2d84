import { useCallback, useRef } from "react";
import type { Message, Outcome } from "./message";
import {
  type Action,
  forget,
  keepHistory,
  NOTHING_DONE,
  note,
  type Operation,
  readHistory,
  stepBack,
  stepForward,
  type UndoHistory,
} from "./undo-history";

/** What was done to the claims of a text and can be taken back, also after a reload. */
export function useUndo({
  articleId,
  versionId,
  perform,
  onSelect,
  say,
}: {
  articleId: string;
  versionId: string;
  perform: (operation: Operation) => Promise<Outcome>;
  onSelect: (id: string | null) => void;
  say: (message: Message | null) => void;
}) {
  const history = useRef<UndoHistory>(NOTHING_DONE);
  const isRead = useRef(false);

  const change = useCallback(
    (next: (before: UndoHistory) => UndoHistory) => {
      // Read when it is first needed: what the server renders knows no browser storage.
      if (!isRead.current) history.current = readHistory(articleId, versionId);
      isRead.current = true;
      history.current = next(history.current);
      keepHistory(articleId, versionId, history.current);
    },
    [articleId, versionId],
  );
  const did = useCallback((deed: Action) => change((before) => note(before, deed)), [change]);

  const busy = useRef(false);
  const go = useCallback(
    async (direction: "undo" | "redo") => {
      if (busy.current) return;
      change((before) => before);
      const deed = (direction === "undo" ? history.current.done : history.current.undone).at(-1);
      if (!deed)
        return say({ tone: "plain", text: direction === "undo" ? "Nothing to undo." : "Nothing to redo." });
      busy.current = true;
      try {
        let isKept = false;
        for (const operation of deed[direction]) {
          const outcome = await perform(operation);
          if (outcome === "failed") return change((before) => forget(before, direction));
          isKept ||= outcome === "kept";
        }
        change(direction === "undo" ? stepBack : stepForward);
        if (!isKept)
          say({ tone: "success", text: `${direction === "undo" ? "Undone" : "Done again"}: ${deed.label}.` });
        const shown = deed[direction].findLast(({ kind }) => kind !== "delete");
        onSelect(shown?.claimId ?? null);
      } finally {
        busy.current = false;
      }
    },
    [change, onSelect, perform, say],
  );

  return { did, go };
}
