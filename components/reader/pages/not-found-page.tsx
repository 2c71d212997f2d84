import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";

/** What an address shows that no public document has. */
export function NotFoundPage({ context }: { context: DocumentContext }) {
  return (
    <Document head={{ title: "Page not found", path: null }} context={context}>
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className={styles.title}>Page not found</h1>
          <p>
            Check the address for typing errors. The page may also have been unpublished. The{" "}
            <a href="/">front page</a> lists every fact-check.
          </p>
        </div>
      </main>
    </Document>
  );
}
