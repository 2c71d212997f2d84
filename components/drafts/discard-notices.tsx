"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./discard-notices.module.css";
import { useDiscards } from "./discards-context";

const NONE: never[] = [];

/**
 * What was discarded on this page, each with a button that brings it back. If the button that discarded it is gone with its form, the focus
 * moves to that button, so that it is one key press away.
 */
export function DiscardNotices() {
  const t = useWords("common");
  const discards = useDiscards();
  const list = useSyncExternalStore(discards.watch, discards.all, () => NONE);
  const region = useRef<HTMLDivElement>(null);
  const newest = list.at(-1)?.id;
  useEffect(() => {
    if (newest === undefined || (document.activeElement && document.activeElement !== document.body)) return;
    region.current?.querySelector<HTMLElement>(`[data-discard="${newest}"] button`)?.focus();
  }, [newest]);
  return (
    <div ref={region} className={styles.notices}>
      {list.map(({ id, message }) => (
        <div key={id} data-discard={id}>
          <Notice>
            {message}{" "}
            <Button look="quiet" onClick={() => discards.undo(id)}>
              {t("undo")}
            </Button>
            <Button look="quiet" onClick={() => discards.dismiss(id)} aria-label={t("dismiss")}>
              ×
            </Button>
          </Notice>
        </div>
      ))}
    </div>
  );
}
