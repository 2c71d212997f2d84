import { type ReactNode, useEffect, useId, useRef } from "react";
import { focusArticleMenu } from "@/components/article-desk/focus/focus-targets";
import type { ArticlePanelName } from "@/components/article-desk/state/article-panel";
import { useDesk } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./article-panel.module.css";

/**
 * A part of the article page below its head, opened from the menu. It stays in the page while it is closed, because it restores what was
 * typed before a reload.
 */
export function ArticlePanel({
  name,
  title,
  children,
}: {
  name: ArticlePanelName;
  title: string;
  children: ReactNode;
}) {
  const t = useWords("articles");
  const { panel } = useDesk();
  const isOpen = useStore(panel) === name;
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) section.current?.focus();
  }, [isOpen]);
  return (
    <section
      ref={section}
      className={styles.panel}
      hidden={!isOpen}
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        panel.set(null);
        focusArticleMenu();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <Button
          look="quiet"
          aria-label={t("panel.close")}
          onClick={() => {
            panel.set(null);
            focusArticleMenu();
          }}
        >
          ×
        </Button>
      </div>
      {children}
    </section>
  );
}
