import type { ShowMessage } from "@/components/article-desk/operations/message";
import { Store } from "@/components/article-desk/operations/store";
import type { EditorRef } from "@/components/article-desk/text/editor-handle";
import type { TextRange } from "@/lib/anchoring/text-range";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import { words } from "@/lib/words/words";

/** Sets the position of a claim: to the selection, or to the position that was found for it. */
export function createAdjusting({
  language,
  selectedId,
  editor,
  setPosition,
  showMessage,
}: {
  /** Of the messages, BCP 47. */
  language: string;
  selectedId: Store<string | null>;
  editor: EditorRef;
  setPosition: (claim: Claim, range: TextRange | null) => void;
  showMessage: ShowMessage;
}) {
  const t = words("articles", language);
  const adjustedId = new Store<string | null>(null);

  /** Selects a claim's text in the article, for the editor to change the selection. */
  function adjust(claim: Claim): void {
    selectedId.set(claim.id);
    adjustedId.set(claim.id);
    editor.current?.select(claim.anchor);
  }

  function moveTo(claim: Claim, target: TextRange | "selection" | "found") {
    const range =
      target === "selection" ? editor.current?.selection(false) : target === "found" ? null : target;
    if (target === "selection" && !range) return showMessage({ tone: "failure", text: t("selectClaimText") });
    adjustedId.set(null);
    setPosition(claim, range ?? null);
  }

  function onSelectionChange(hasSelection: boolean): void {
    if (!hasSelection) adjustedId.set(null);
  }

  return { adjustedId, adjust, moveTo, onSelectionChange };
}

/** Whether the highlight of a claim can be changed by the people of the desk. */
export function isMovable({ state, anchor }: Claim): boolean {
  return state !== "retired" && !needsChecking(anchor);
}
