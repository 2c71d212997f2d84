import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import { FilterForm } from "@/components/filters/filter-form";
import { FilterSelect } from "@/components/filters/filter-select";
import { PersonFilter } from "@/components/filters/person-filter";
import { RelativeTime } from "@/components/ui/relative-time";
import { ACTIVITY_KINDS, type Activity, type ActivityKind } from "@/lib/history/activity";
import { words } from "@/lib/words/words";
import own from "./activity.module.css";

/** What people did, newest first, with a form that filters it. */
export function ActivityList({
  page: { items, article, people, kinds },
  filter,
}: {
  page: {
    items: readonly Activity[];
    article: { id: string; title: string } | null;
    people: readonly { id: string; name: string }[];
    kinds: readonly ActivityKind[];
  };
  filter: { person: string | undefined; kind: string | undefined };
}) {
  const t = words("history");
  return (
    <>
      {article && <ArticleLink article={article} />}
      <div className={styles.head}>
        <h1>{t("activity.title")}</h1>
        {article && <a href="/desk/activity">{t("activity.all")}</a>}
      </div>
      <FilterForm label={t("activity.filter")}>
        {article && <input type="hidden" name="article" value={article.id} />}
        <PersonFilter people={people} value={filter.person ?? null} hideLabel />
        <FilterSelect
          name="kind"
          label={t("activity.kind")}
          hideLabel
          value={filter.kind}
          all={t("activity.kind.all")}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {ACTIVITY_KINDS[kind].label}
            </option>
          ))}
        </FilterSelect>
      </FilterForm>
      {items.length === 0 && (
        <p className={styles.empty}>
          {t(filter.person || filter.kind ? "activity.empty.filtered" : "activity.empty")}
        </p>
      )}
      <ol className={styles.list}>
        {items.map(({ id, at, actor, did, article: of, href }) => (
          <li key={id} className={own.item}>
            <p className={own.sentence}>
              <strong>{actor?.name ?? t("activity.system")}</strong> {href ? <a href={href}>{did}</a> : did}
            </p>
            <p className={styles.meta}>
              {of && !article && <a href={`/desk/activity?article=${of.id}`}>{of.title}</a>}
              <RelativeTime at={at} />
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
