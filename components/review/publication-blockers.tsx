import { useWords } from "@/components/words/use-words";
import type { Blocker } from "@/lib/review/publication-readiness";
import styles from "./publication-desk.module.css";

/** What keeps an article from being published; each issue links to its claim. */
export function PublicationBlockers({
  articleId,
  blockers,
}: {
  articleId: string;
  blockers: readonly Blocker[];
}) {
  const t = useWords("publication");
  return (
    <section className={styles.section} aria-labelledby="publication-blockers">
      <h2 id="publication-blockers" tabIndex={-1}>
        {t("blockers", { count: blockers.length })}
      </h2>
      <ul className={styles.lines}>
        {blockers.map(({ claimId, message }) => (
          <li key={message}>
            <a href={`/desk/articles/${articleId}${claimId ? `?claim=${claimId}` : ""}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
