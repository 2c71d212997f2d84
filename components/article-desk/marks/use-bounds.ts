import { type RefObject, useCallback, useState } from "react";
import type { ArticleEditorHandle } from "@/components/article-desk/state/editor-handle";
import type { Message } from "@/components/article-desk/state/message";
import type { TextRange } from "@/lib/anchoring/reanchor";
import { type Claim, needsChecking } from "@/lib/claims/claim";

/** How the place of the open claim is set: by selecting anew, or at what was found for it. */
export function useBounds({
  selected,
  editor,
  settle,
  onSelect,
  say,
}: {
  /** The claim that is open. */
  selected: Claim | null;
  editor: RefObject<ArticleEditorHandle | null>;
  settle: (claim: Claim, place: TextRange | null) => void;
  onSelect: (claimId: string) => void;
  say: (message: Message | null) => void;
}) {
  const [adjustedId, setAdjustedId] = useState<string | null>(null);
  const canMove = selected !== null && selected.state !== "retired" && !needsChecking(selected.anchor);

  const adjust = useCallback(
    (claim: Claim) => {
      onSelect(claim.id);
      setAdjustedId(claim.id);
      editor.current?.select(claim.anchor);
    },
    [editor, onSelect],
  );
  const settleAt = useCallback(
    (claim: Claim, place: TextRange | "selection" | "found") => {
      const range =
        place === "selection" ? editor.current?.selection(false) : place === "found" ? null : place;
      if (place === "selection" && !range)
        return say({
          tone: "failure",
          text: "Nothing is selected. Select the words of this claim in the article, then press the button again.",
        });
      setAdjustedId(null);
      settle(claim, range ?? null);
    },
    [editor, say, settle],
  );
  const noteSelection = useCallback((isAnything: boolean) => {
    if (!isAnything) setAdjustedId(null);
  }, []);
  return {
    canMove,
    /** The claim whose bounds are being set by selecting. */
    adjusted: canMove && adjustedId === selected.id ? selected : null,
    adjust,
    settleAt,
    noteSelection,
  };
}
