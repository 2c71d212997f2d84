import { formatInstant } from "@/lib/format-date";
import styles from "./report-parts.module.css";

/** Every publication of an article: what readers saw once stays where they can look it up. */
export function PublicationList({
  slug,
  publications,
  shown,
}: {
  slug: string;
  /** The newest first. */
  publications: readonly { number: number; publishedAt: string }[];
  /** Number of the one on this page. */
  shown: number;
}) {
  if (publications.length < 2) return null;
  const newest = publications[0]?.number;
  return (
    <section className={styles.section} aria-labelledby="publications-title">
      <h2 id="publications-title">
        Publications <span className={styles.headingCount}>{publications.length}</span>
      </h2>
      <ul className={styles.signers}>
        {publications.map(({ number, publishedAt }) => {
          const words = `Publication ${number}, ${formatInstant(publishedAt)}`;
          const rest = number === newest ? " (current)" : "";
          return (
            <li key={number}>
              {number === shown ? (
                <strong aria-current="page">{words}</strong>
              ) : (
                <a
                  href={number === newest ? `/articles/${slug}` : `/articles/${slug}/publications/${number}`}
                >
                  {words}
                </a>
              )}
              {rest}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
