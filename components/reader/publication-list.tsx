import { useContext } from "react";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import { formatInstant } from "@/lib/format-date";
import styles from "./report-parts.module.css";

/** All publications of an article: readers can still open the earlier ones. */
export function PublicationList({
  slug,
  publications,
  shown,
}: {
  slug: string;
  /** Newest first. */
  publications: readonly { number: number; publishedAt: string }[];
  /** Number of the one on this page. */
  shown: number;
}) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  if (publications.length < 2) return null;
  const newest = publications[0]?.number;
  return (
    <section className={styles.section} aria-labelledby="publications-title">
      <h2 id="publications-title">
        {t("publications.title")} <span className={styles.headingCount}>{publications.length}</span>
      </h2>
      <ul className={styles.signers}>
        {publications.map(({ number, publishedAt }) => {
          const label = t("publications.item", { number, time: formatInstant(publishedAt, language) });
          return (
            <li key={number}>
              {number === shown ? (
                <strong aria-current="page">{label}</strong>
              ) : (
                <a
                  href={number === newest ? articlePath(slug) : `${articlePath(slug)}/publications/${number}`}
                >
                  {label}
                </a>
              )}
              {number === newest && ` ${t("publications.current")}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
