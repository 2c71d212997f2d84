import styles from "./desk-page.module.css";

/** The ways to the pages beside this one of a list, the newest first; null where there is none. */
export function Pager({ newer, older }: { newer: string | null; older: string | null }) {
  if (newer === null && older === null) return null;
  return (
    <nav className={styles.pager} aria-label="Pages">
      {newer === null ? <span /> : <a href={newer}>Newer</a>}
      {older !== null && <a href={older}>Older</a>}
    </nav>
  );
}
