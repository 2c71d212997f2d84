import type { Message } from "@/components/article-desk/state/message";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./article-desk.module.css";

/** The current message, announced to screen readers, until it is dismissed. */
export function DeskMessage({ message, onDismiss }: { message: Message | null; onDismiss: () => void }) {
  const t = useWords("articles");
  return (
    <div className={styles.messages} aria-live="polite">
      {message && (
        <Notice tone={message.tone}>
          {message.text}{" "}
          {message.action && (
            <Button look="quiet" onClick={message.action.run}>
              {message.action.label}
            </Button>
          )}
          <Button look="quiet" onClick={onDismiss} aria-label={t("dismissMessage")}>
            ×
          </Button>
        </Notice>
      )}
    </div>
  );
}
