import { useDesk } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./article-desk.module.css";

/** The current message, announced to screen readers, until it is dismissed. */
export function DeskMessage() {
  const t = useWords("articles");
  const { message: store } = useDesk();
  const message = useStore(store);
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
          <Button look="quiet" onClick={() => store.set(null)} aria-label={t("dismissMessage")}>
            ×
          </Button>
        </Notice>
      )}
    </div>
  );
}
