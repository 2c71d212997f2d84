import { useWords } from "@/components/words/use-words";
import type { BoardArticle } from "@/lib/board/board-article";

/** "Manuscript · 3 queries open", beside the stage of an article; nothing for a published text. */
export function PurposeLabel({ article: { purpose, queries } }: { article: BoardArticle }) {
  const t = useWords("manuscripts");
  if (purpose !== "manuscript") return null;
  return (
    <>
      <span>{t("purpose.manuscript")}</span>
      {queries > 0 && <span>{t("progress.queries", { count: queries })}</span>}
    </>
  );
}
