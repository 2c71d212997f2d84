import { Elapsed } from "@/components/ui/elapsed";
import { type BoardArticle, progressOf } from "@/lib/board/board-article";
import styles from "./board.module.css";

/** How far the claims of an article are, and how long it has stood where it stands. */
export function StageWords({ article, now }: { article: BoardArticle; now: string }) {
  const { done, all } = progressOf(article);
  const { draft, in_review, split, leftOut } = article.claims;
  return (
    <span>
      {all === 0 && leftOut === 0
        ? "no claims yet"
        : [
            `${done} of ${all} approved`,
            in_review > 0 && `${in_review} in review`,
            split > 0 && `${split} split`,
            draft > 0 && `${draft} ${draft === 1 ? "draft" : "drafts"}`,
            leftOut > 0 && `${leftOut} left out`,
          ]
            .filter(Boolean)
            .join(", ")}
      , here for <Elapsed since={article.since} now={now} />
    </span>
  );
}

/** Why an article is stuck, and for how long. What is overdue says so where its due time stands. */
export function StuckWords({ article, now }: { article: BoardArticle; now: string }) {
  if (article.stuck?.reason !== "idle") return null;
  return (
    <span className={styles.late}>
      Nothing done for <Elapsed since={article.stuck.since} now={now} />
    </span>
  );
}
