import { useWords } from "@/components/words/use-words";
import styles from "./draft-notice.module.css";

/** Says above a page that readers can't see it yet. It stays in view. */
export function DraftNotice() {
  const t = useWords("reader");
  return (
    <p className={styles.notice} role="note">
      <strong>{t("draft")}</strong> {t("draft.hint")}
    </p>
  );
}
