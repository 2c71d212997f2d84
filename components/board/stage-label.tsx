import { Elapsed } from "@/components/ui/elapsed";
import { rich } from "@/components/words/rich";
import { type BoardArticle, progressOf } from "@/lib/board/board-article";
import { words } from "@/lib/words/words";
import styles from "./board.module.css";

/** The progress of an article's claims, and how long the article has been in its stage. */
export function StageLabel({ article, now }: { article: BoardArticle; now: string }) {
  const { draft, in_review: inReview, disputed, excluded } = article.claims;
  return (
    <span>
      {rich(words("board"), "stage.progress", {
        ...progressOf(article),
        inReview,
        disputed,
        draft,
        excluded,
        elapsed: <Elapsed since={article.since} now={now} />,
      })}
    </span>
  );
}

/** How long a stuck article has been idle. An overdue one says so beside its due time instead. */
export function StuckLabel({ article, now }: { article: BoardArticle; now: string }) {
  if (article.stuck?.reason !== "idle") return null;
  return (
    <span className={styles.late}>
      {rich(words("board"), "stage.idle", { elapsed: <Elapsed since={article.stuck.since} now={now} /> })}
    </span>
  );
}
