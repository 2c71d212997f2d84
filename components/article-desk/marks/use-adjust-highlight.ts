import { type RefObject, useCallback, useState } from "react";
import type { ArticleEditorHandle } from "@/components/article-desk/state/editor-handle";
import type { Message } from "@/components/article-desk/state/message";
import { useWords } from "@/components/words/use-words";
import type { TextRange } from "@/lib/anchoring/reanchor";
import { type Claim, needsChecking } from "@/lib/claims/claim";

/** Sets the position of a claim: to the selection, or to the position that was found for it. */
export function useAdjustHighlight({
  selected,
  editor,
  setPosition,
  onSelect,
  showMessage,
}: {
  /** The claim that is open. */
  selected: Claim | null;
  editor: RefObject<ArticleEditorHandle | null>;
  setPosition: (claim: Claim, range: TextRange | null) => void;
  onSelect: (claimId: string) => void;
  showMessage: (message: Message | null) => void;
}) {
  const t = useWords("articles");
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
  const moveTo = useCallback(
    (claim: Claim, target: TextRange | "selection" | "found") => {
      const range =
        target === "selection" ? editor.current?.selection(false) : target === "found" ? null : target;
      if (target === "selection" && !range)
        return showMessage({ tone: "failure", text: t("selectClaimText") });
      setAdjustedId(null);
      setPosition(claim, range ?? null);
    },
    [editor, setPosition, showMessage, t],
  );
  const onSelectionChange = useCallback((hasSelection: boolean) => {
    if (!hasSelection) setAdjustedId(null);
  }, []);
  return {
    canMove,
    /** The claim whose highlight is being adjusted by selecting. */
    adjusted: canMove && adjustedId === selected.id ? selected : null,
    adjust,
    moveTo,
    onSelectionChange,
  };
}
