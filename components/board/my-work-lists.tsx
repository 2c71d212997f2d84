import styles from "@/components/desk/desk-page.module.css";
import { Elapsed } from "@/components/ui/elapsed";
import type { WorkList } from "@/lib/board/my-work";
import board from "./board.module.css";

/** One list of what waits for somebody. */
export function WorkSection({
  id,
  title,
  empty,
  list,
  now,
}: {
  id: string;
  title: string;
  /** What stands there while nothing waits. */
  empty: string;
  list: WorkList;
  /** When the page was made, ISO 8601. */
  now: string;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.group}>
        {title} <span className={styles.count}>{list.total}</span>
      </h2>
      {list.items.length === 0 && <p className={board.nothing}>{empty}</p>}
      <ul className={styles.list}>
        {list.items.map(({ href, title: item, articleTitle, since, words, note }) => (
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
              <span>{words}</span>
            </p>
          </li>
        ))}
      </ul>
      {list.total > list.items.length && (
        <p className={board.nothing}>
          The {list.items.length} that wait longest are shown, of {list.total}.
        </p>
      )}
    </section>
  );
}
