import { useWords } from "@/components/words/use-words";
import styles from "./draft-notice.module.css";

/** Says above a page that readers can't see it yet. It stays in view. @param isFile whether the page is a file that people have */
export function DraftNotice({ isFile = false }: { isFile?: boolean }) {
  const t = useWords("reader");
  const report = useWords("report");
  return (
    <p className={styles.notice} role="note">
      {isFile ? (
        <strong>{report("draft.notice")}</strong>
      ) : (
        <>
          <strong>{t("draft")}</strong> {t("draft.hint")}
        </>
      )}
    </p>
  );
}
