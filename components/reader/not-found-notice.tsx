import { rich } from "@/components/words/rich";
import { words } from "@/lib/words/words";
import styles from "./page.module.css";

/** What is shown where no page has the address, in public documents and at the desk. @param language BCP 47; see site-frame.tsx */
export function NotFoundNotice({ language = "en" }: { language?: string }) {
  const t = words("reader", language);
  return (
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
  );
}
