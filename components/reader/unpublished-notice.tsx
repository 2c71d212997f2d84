import { useContext } from "react";
import { rich } from "@/components/words/rich";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import { formatDate } from "@/lib/format-date";
import { OwnText } from "./own-text";
import styles from "./page.module.css";
import { useOwnLanguage } from "./use-own-language";

interface Unpublication {
  slug: string;
  title: string;
  reason: string;
  /** ISO 8601 instant. */
  at: string;
}

/** The notice shown instead of an unpublished fact-check. */
export function UnpublishedNotice({ unpublication }: { unpublication: Unpublication }) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  const own = useOwnLanguage();
  return (
    <main id="content" className={styles.page}>
      <div className={styles.column}>
        <p className={styles.kicker}>{t("unpublished.title")}</p>
        <h1 className={styles.title} {...own(unpublication.title)}>
          {unpublication.title}
        </h1>
        <p className={styles.earlier} role="note">
          {rich(t, "unpublished.notice", {
            date: formatDate(unpublication.at, language),
            reason: <OwnText key="reason">{unpublication.reason}</OwnText>,
          })}
        </p>
        <p>
          <a href="/corrections">{t("unpublished.corrections")}</a>
        </p>
      </div>
    </main>
  );
}

/** The unpublished fact-checks. */
export function UnpublishedList({ items }: { items: readonly Unpublication[] }) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  const own = useOwnLanguage();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="unpublished-title">
      <h2 id="unpublished-title" className={styles.itemTitle}>
        {t("unpublished.title")} <span className={styles.count}>{items.length}</span>
      </h2>
      <ul className={styles.list}>
        {items.map(({ slug, title, reason, at }) => (
          <li key={slug} className={styles.item}>
            <p className={styles.meta}>
              <time dateTime={at}>{formatDate(at, language)}</time>
              <a href={articlePath(slug)}>
                <OwnText>{title}</OwnText>
              </a>
            </p>
            <p className={styles.noteText} {...own(reason)}>
              {reason}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
