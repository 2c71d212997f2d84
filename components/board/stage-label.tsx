import { Elapsed } from "@/components/ui/elapsed";
import { type BoardArticle, progressOf } from "@/lib/board/board-article";
import styles from "./board.module.css";

/** How far the claims of an article are, and how long it has stood where it stands. */
export function StageLabel({ article, now }: { article: BoardArticle; now: string }) {
  const { done, all } = progressOf(article);
  const { draft, in_review, disputed, excluded } = article.claims;
  return (
    <span>
      {all === 0 && excluded === 0
        ? "no claims yet"
        : [
            `${done} of ${all} approved`,
            in_review > 0 && `${in_review} in review`,
            disputed > 0 && `${disputed} disputed`,
            draft > 0 && `${draft} ${draft === 1 ? "draft" : "drafts"}`,
            excluded > 0 && `${excluded} left out`,
          ]
            .filter(Boolean)
            .join(", ")}
      , here for <Elapsed since={article.since} now={now} />
    </span>
  );
}

/** Why an article is stuck, and for how long. What is overdue says so where its due time stands. */
export function StuckLabel({ article, now }: { article: BoardArticle; now: string }) {
  if (article.stuck?.reason !== "idle") return null;
  return (
    <span className={styles.late}>
      Nothing done for <Elapsed since={article.stuck.since} now={now} />
    </span>
  );
}
