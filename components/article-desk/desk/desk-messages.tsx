import { useEffect, useRef } from "react";
import { useDesk, useOthers } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { NewTextNotice } from "@/components/live/new-text-notice";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./article-desk.module.css";

/** What the page has to say, always in sight and announced to screen readers: a new version of the text, and the current message. */
export function DeskMessages() {
  const t = useWords("articles");
  const { page, message: store } = useDesk();
  const message = useStore(store);
  const { newText } = useOthers();
  const box = useRef<HTMLDivElement>(null);
  // The page was opened to show this message: what happened to the claims in a new version.
  const isOpening = useRef(message !== null);
  useEffect(() => {
    if (isOpening.current) box.current?.focus();
  }, []);
  return (
    <div ref={box} className={styles.messages} aria-live="polite" tabIndex={-1}>
      {newText && (
        <NewTextNotice
          newText={newText}
          onShow={() => window.location.assign(`/desk/articles/${page.articleId}`)}
        />
      )}
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
