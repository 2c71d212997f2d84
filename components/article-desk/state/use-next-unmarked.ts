import { useWords } from "@/components/words/use-words";
import { useDesk, useMarks } from "./desk-context";

/** Selects the next checkable sentence without a claim, from the cursor on. */
export function useNextUnmarked(): () => void {
  const t = useWords("articles");
  const { editor, claims, message } = useDesk();
  const { coverage } = useMarks();
  return () => {
    const unmarked = coverage?.unmarked ?? [];
    const from = editor.current?.caret() ?? 0;
    const next = unmarked.find(({ start }) => start >= from) ?? unmarked[0];
    if (next) editor.current?.select(next);
    // "Every sentence is marked" would puzzle a person who has marked none.
    else if (claims.list.get().length === 0) message.set({ tone: "plain", text: t("selectClaimText.none") });
    else message.set({ tone: "success", text: t("allMarked") });
  };
}
