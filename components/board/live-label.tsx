import { useWords } from "@/components/words/use-words";
import type { BoardArticle } from "@/lib/board/board-article";

/** "Published · 2 claims reopened", beside the stage of an article that readers see while it is worked on again. */
export function LiveLabel({ article: { live, stage, reopened } }: { article: BoardArticle }) {
  const t = useWords("board");
  if (!live || stage === "published") return null;
  return <span>{t("stage.live", { reopened })}</span>;
}
