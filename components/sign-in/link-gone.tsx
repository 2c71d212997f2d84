import styles from "@/components/desk/desk-page.module.css";
import { rich } from "@/components/words/rich";
import { words } from "@/lib/words/words";

/**
 * The page of an emailed link that no longer works.
 * @param again address of the page to request a new link
 */
export function LinkGone({ again }: { again: string }) {
  const t = words("signIn");
  return (
    <main id="content" className={styles.narrow}>
      <h1>{t("link.gone")}</h1>
      <p>{rich(t, "link.goneHint", { link: (text) => <a href={again}>{text}</a> })}</p>
    </main>
  );
}
