import styles from "@/components/desk/desk-page.module.css";
import { rich } from "@/components/words/rich";
import { words } from "@/lib/words/words";

/** Status 404, within the desk: its header stays. */
export default function DeskNotFound() {
  const t = words("desk");
  return (
    <main id="content" className={styles.page}>
      <h1>{t("notFound.title")}</h1>
      <p>{rich(t, "notFound.text", { a: (text) => <a href="/desk">{text}</a> })}</p>
    </main>
  );
}
