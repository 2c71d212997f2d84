"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { browserStorage } from "./browser-storage";
import { currentLoss, watchLoss } from "./storage-loss";
import styles from "./storage-notice.module.css";

/** Says once per page load that drafts are not stored in this browser, and what to do. */
export function StorageNotice() {
  const t = useWords("desk");
  const loss = useSyncExternalStore(watchLoss, currentLoss, () => null);
  const [isDismissed, setDismissed] = useState(false);
  useEffect(() => browserStorage.probe(), []);
  return (
    <div className={styles.notice} role="status">
      {loss && !isDismissed && (
        <>
          <p>{t(`storage.${loss}`)}</p>
          <Button look="quiet" onClick={() => setDismissed(true)}>
            {t("storage.dismiss")}
          </Button>
        </>
      )}
    </div>
  );
}
