import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./live-notices.module.css";

/** A quiet line with what others did, and a notice when there is a new version of the text, which is opened only on request. */
export function LiveNotices({
  line,
  newText,
  onShow,
}: {
  line: string | null;
  newText: { number: number; by: string | null } | null;
  onShow: () => void;
}) {
  const t = useWords("live");
  return (
    <div className={styles.live}>
      {newText && (
        <Notice>
          {newText.by
            ? t("newText", { name: newText.by, number: newText.number })
            : t("newText.unknown", { number: newText.number })}{" "}
          <Button look="quiet" onClick={onShow}>
            {t("newText.show")}
          </Button>
        </Notice>
      )}
      <p className={styles.line} aria-live="polite" data-empty={line === null || undefined}>
        {line}
      </p>
    </div>
  );
}
