import { words } from "@/lib/words/words";
import styles from "./desk-page.module.css";

/** Links to the neighbouring pages of a list that starts with the newest entry. Null where there is no such page. */
export function Pager({ newer, older }: { newer: string | null; older: string | null }) {
  if (newer === null && older === null) return null;
  const t = words("desk");
  return (
    <nav className={styles.pager} aria-label={t("pages.title")}>
      {newer === null ? <span /> : <a href={newer}>{t("pages.newer")}</a>}
      {older !== null && <a href={older}>{t("pages.older")}</a>}
    </nav>
  );
}
