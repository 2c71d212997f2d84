import type { Message } from "@/components/article-desk/state/message";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import styles from "./article-desk.module.css";

/** What the page has to say, read out as it comes, until it is taken away. */
export function DeskMessage({ message, onDismiss }: { message: Message | null; onDismiss: () => void }) {
  return (
    <div className={styles.messages} aria-live="polite">
      {message && (
        <Notice tone={message.tone}>
          {message.text}{" "}
          {message.act && (
            <Button look="quiet" onClick={message.act.run}>
              {message.act.label}
            </Button>
          )}
          <Button look="quiet" onClick={onDismiss} aria-label="Dismiss this message">
            ×
          </Button>
        </Notice>
      )}
    </div>
  );
}
