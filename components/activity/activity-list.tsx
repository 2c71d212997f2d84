import styles from "@/components/desk/desk-page.module.css";
import { RelativeTime } from "@/components/ui/relative-time";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
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
      {article && (
        <p className={styles.meta}>
          <a href={`/desk/articles/${article.id}`}>← {article.title}</a>
        </p>
      )}
      <div className={styles.head}>
        <h1>{t("activity.title")}</h1>
        {article && <a href="/desk/activity">{t("activity.all")}</a>}
      </div>
      <form className={own.filters} action="/desk/activity">
        {article && <input type="hidden" name="article" value={article.id} />}
        <label>
          <span className="visually-hidden">{t("activity.person")}</span>
          <select name="person" defaultValue={filter.person ?? ""}>
            <option value="">{t("filter.person.all")}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {nameToChoose(person)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="visually-hidden">{t("activity.kind")}</span>
          <select name="kind" defaultValue={filter.kind ?? ""}>
            <option value="">{t("activity.kind.all")}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {ACTIVITY_KINDS[kind].label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="action-plain">
          {t("filter.show")}
        </button>
      </form>
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
