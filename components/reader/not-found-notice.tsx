import styles from "./page.module.css";

/** What is shown where no page has the address, in public documents and at the desk. */
export function NotFoundNotice() {
  return (
    <main id="content" className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>Page not found</h1>
        <p>
          Check the address for typing errors. The page may also have been unpublished. The{" "}
          <a href="/">front page</a> lists every fact-check.
        </p>
      </div>
    </main>
  );
}
