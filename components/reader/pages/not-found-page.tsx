import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";

/** What an address shows that no public document has. */
export function NotFoundPage({ context }: { context: DocumentContext }) {
  const t = useWords("reader");
  return (
    <Document head={{ title: t("not-found.title"), path: null }} context={context}>
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className={styles.title}>{t("not-found.title")}</h1>
          <p>
            {rich(t, "not-found.hint", {
              front: (chunks) => (
                <a key="front" href="/">
                  {chunks}
                </a>
              ),
            })}
          </p>
        </div>
      </main>
    </Document>
  );
}
