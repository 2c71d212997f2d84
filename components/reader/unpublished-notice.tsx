import { formatDate } from "@/lib/format-date";
import styles from "./page.module.css";

interface Unpublication {
  slug: string;
  title: string;
  reason: string;
  /** ISO 8601 instant. */
  at: string;
}

/** The notice shown instead of an unpublished fact-check. */
export function UnpublishedNotice({ unpublication }: { unpublication: Unpublication }) {
  return (
    <main id="content" className={styles.page}>
      <div className={styles.column}>
        <p className={styles.kicker}>Unpublished</p>
        <h1 className={styles.title}>{unpublication.title}</h1>
        <p className={styles.earlier} role="note">
          This fact-check was unpublished on {formatDate(unpublication.at)}. {unpublication.reason}
        </p>
        <p>
          <a href="/corrections">All corrections</a>
        </p>
      </div>
    </main>
  );
}

/** The unpublished fact-checks. */
export function UnpublishedList({ items }: { items: readonly Unpublication[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="unpublished-title">
      <h2 id="unpublished-title" className={styles.itemTitle}>
        Unpublished <span className={styles.count}>{items.length}</span>
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
