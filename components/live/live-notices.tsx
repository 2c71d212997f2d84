import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import styles from "./live-notices.module.css";

/** What others did, in a quiet line; and that there is another text, which is shown when one asks for it. */
export function LiveNotices({
  line,
  newText,
  onShow,
}: {
  line: string | null;
  newText: { number: number; by: string | null } | null;
  onShow: () => void;
}) {
  return (
    <div className={styles.live}>
      {newText && (
        <Notice>
          {newText.by ?? "Somebody"} made version {newText.number} of the text. What you see here is the one
          before it; what you typed is kept.{" "}
          <Button look="quiet" onClick={onShow}>
            Show it
          </Button>
        </Notice>
      )}
      <p className={styles.line} aria-live="polite" data-empty={line === null || undefined}>
        {line}
      </p>
    </div>
  );
}
