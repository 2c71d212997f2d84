import styles from "@/components/desk/desk-page.module.css";
import { Elapsed } from "@/components/ui/elapsed";
import type { WorkList } from "@/lib/board/my-work";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import board from "./board.module.css";

/** One list of tasks on “My work”. */
export function WorkSection({
  id,
  title,
  empty,
  list,
  now,
}: {
  id: string;
  title: string;
  /** Shown when the list is empty. */
  empty: string;
  list: WorkList;
  /** When the server rendered the page, ISO 8601. */
  now: string;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.group}>
        {title} <span className={styles.count}>{formatCount(list.total)}</span>
      </h2>
      {list.items.length === 0 && <p className={board.nothing}>{empty}</p>}
      <ul className={styles.list}>
        {list.items.map(({ href, title: item, articleTitle, since, words: state, note }) => (
          <li key={href} className={styles.item}>
            <h3>
              <a href={href}>{item}</a>
            </h3>
            <span className={board.since}>
              <Elapsed since={since} now={now} />
            </span>
            {note && <p className={styles.quote}>{note}</p>}
            <p className={styles.meta}>
              <span>{articleTitle}</span>
              <span>{state}</span>
            </p>
          </li>
        ))}
      </ul>
      {list.total > list.items.length && (
        <p className={board.nothing}>
          {words("board")("work.longest", { shown: list.items.length, total: formatCount(list.total) })}
        </p>
      )}
    </section>
  );
}
