import styles from "@/components/desk/desk-page.module.css";
import { RelativeTime } from "@/components/ui/relative-time";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import { ACTIVITY_KINDS, type Activity, type ActivityKind } from "@/lib/history/activity";
import own from "./activity.module.css";

/** What was done, newest first, and the form that narrows it down. */
export function ActivityList({
  page: { items, article, people, kinds },
  asked,
}: {
  page: {
    items: readonly Activity[];
    article: { id: string; title: string } | null;
    people: readonly { id: string; name: string }[];
    kinds: readonly ActivityKind[];
  };
  asked: { person: string | undefined; kind: string | undefined };
}) {
  return (
    <>
      {article && (
        <p className={styles.meta}>
          <a href={`/desk/articles/${article.id}`}>← {article.title}</a>
        </p>
      )}
      <div className={styles.head}>
        <h1>Activity</h1>
        {article && <a href="/desk/activity">Of every article</a>}
      </div>
      <form className={own.filters} action="/desk/activity">
        {article && <input type="hidden" name="article" value={article.id} />}
        <label>
          <span className="visually-hidden">Who</span>
          <select name="person" defaultValue={asked.person ?? ""}>
            <option value="">Everybody</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {nameToChoose(person)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="visually-hidden">What</span>
          <select name="kind" defaultValue={asked.kind ?? ""}>
            <option value="">Everything</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {ACTIVITY_KINDS[kind].label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="action-plain">
          Show
        </button>
      </form>
      {items.length === 0 && (
        <p className={styles.empty}>
          {asked.person || asked.kind
            ? "Nothing like that was done yet. Show everybody and everything."
            : "Nothing was done yet. What people do with articles, claims, sources and comments is told here."}
        </p>
      )}
      <ol className={styles.list}>
        {items.map(({ id, at, actor, did, article: of, href }) => (
          <li key={id} className={own.item}>
            <p className={own.sentence}>
              <strong>{actor?.name ?? "The system"}</strong> {href ? <a href={href}>{did}</a> : did}
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
