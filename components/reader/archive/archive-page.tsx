import { useContext } from "react";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ArchiveContent } from "@/lib/archive/archive-content";
import type { ArchiveEntry } from "@/lib/archive/public-claim";
import { formatDate } from "@/lib/format-date";
import type { DocumentContext } from "../document";
import page from "../page.module.css";
import styles from "./archive.module.css";
import { Count } from "./count";
import { EntryList } from "./entry-list";
import { ListPage } from "./list-page";

type Props = Extract<ArchiveContent, { kind: "archive" }> & { context: DocumentContext };

/** Every way into what is published, with how much there is. */
export function ArchivePage({ articles, claims, months, groups, context }: Props) {
  const t = useWords("archive");
  return (
    <ListPage title={t("title")} description={t("description")} path="/archive" crumbs={[]} context={context}>
      <p className={page.hint}>{articles === 0 ? t("empty") : t("hint", { articles, claims })}</p>
      {months.length > 0 && (
        <section aria-labelledby="months-title">
          <h2 className={styles.heading} id="months-title">
            {t("months")}
          </h2>
          <Months months={months} />
        </section>
      )}
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ group, entries, total }) => (
          <section key={group} aria-labelledby={`${group}-title`}>
            <h2 className={styles.heading} id={`${group}-title`}>
              {t(`group.${group}`)} <Count count={total} />
            </h2>
            <EntryList group={group} entries={entries} />
            {total > entries.length && (
              <p className={styles.all}>
                <a href={`/archive/${group}`}>{t(`all.${group}`)}</a>
              </p>
            )}
          </section>
        ))}
    </ListPage>
  );
}

/** The months of each year, newest first. */
function Months({ months }: { months: readonly ArchiveEntry[] }) {
  const t = useWords("archive");
  const language = useContext(LanguageContext);
  const years = [...new Set(months.map(({ key }) => key.slice(0, 4)))];
  return years.map((year) => (
    <section key={year} className={styles.year} aria-labelledby={`year-${year}`}>
      <h3 id={`year-${year}`}>{t("year", { year })}</h3>
      <ul className={styles.entries}>
        {months
          .filter(({ key }) => key.startsWith(year))
          .map(({ key, count }) => (
            <li key={key}>
              <a href={`/archive/${key}`}>{formatDate(key, language)}</a> <Count count={count} />
            </li>
          ))}
      </ul>
    </section>
  ));
}
