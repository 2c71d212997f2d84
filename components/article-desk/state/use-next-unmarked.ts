import { useWords } from "@/components/words/use-words";
import { useDesk, useMarks } from "./desk-context";

/** Selects the next checkable sentence without a claim, from the cursor on. */
export function useNextUnmarked(): () => void {
  const t = useWords("articles");
  const { editor, message } = useDesk();
  const { coverage } = useMarks();
  return () => {
    const unmarked = coverage?.unmarked ?? [];
    const from = editor.current?.caret() ?? 0;
    const next = unmarked.find(({ start }) => start >= from) ?? unmarked[0];
    if (next) editor.current?.select(next);
    else message.set({ tone: "success", text: t("allMarked") });
  };
}
