import { formatDate } from "@/lib/format-date";
import styles from "./page.module.css";

interface Unpublication {
  slug: string;
  title: string;
  reason: string;
  /** ISO 8601 instant. */
  at: string;
}

/** Stands in the place of a fact-check that was taken back. */
export function UnpublishedNotice({ takenBack }: { takenBack: Unpublication }) {
  return (
    <main id="content" className={styles.page}>
      <div className={styles.column}>
        <p className={styles.kicker}>Taken back</p>
        <h1 className={styles.title}>{takenBack.title}</h1>
        <p className={styles.earlier} role="note">
          This fact-check was taken back on {formatDate(takenBack.at)}. {takenBack.reason}
        </p>
        <p>
          <a href="/corrections">All corrections</a>
        </p>
      </div>
    </main>
  );
}

/** The fact-checks that are taken back now. */
export function UnpublishedList({ items }: { items: readonly Unpublication[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="taken-back-title">
      <h2 id="taken-back-title" className={styles.itemTitle}>
        Taken back <span className={styles.count}>{items.length}</span>
      </h2>
      <ul className={styles.list}>
        {items.map(({ slug, title, reason, at }) => (
          <li key={slug} className={styles.item}>
            <p className={styles.meta}>
              <time dateTime={at}>{formatDate(at)}</time>
              <a href={`/articles/${slug}`}>{title}</a>
            </p>
            <p className={styles.noteText}>{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
