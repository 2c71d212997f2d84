import { useEffect, useRef } from "react";
import { useDesk, useOthers } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { NewTextNotice } from "@/components/live/new-text-notice";
import { Button } from "@/components/ui/button";
import { LiveRegion, Notice } from "@/components/ui/notice";
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
  const shown = message && (
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
  );
  const isFailure = message?.tone === "failure";
  return (
    <div ref={box} className={styles.messages} tabIndex={-1}>
      <LiveRegion className={styles.announced}>
        {newText && (
          <NewTextNotice
            newText={newText}
            onShow={() => window.location.assign(`/desk/articles/${page.articleId}`)}
          />
        )}
        {!isFailure && shown}
      </LiveRegion>
      {isFailure && shown}
    </div>
  );
}
