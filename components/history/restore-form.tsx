"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./timeline.module.css";
import type { RestoreAction } from "./timeline-types";

/** Restores the state before or after a change. A form that works without scripts. */
export function RestoreForm({
  eventId,
  seen,
  effect,
  isFirst,
  restore,
}: {
  eventId: string;
  /** The newest event that the page shows. */
  seen: string;
  /** What restoring does. */
  effect: string;
  /** There is no state before it. */
  isFirst: boolean;
  restore: RestoreAction;
}) {
  const t = useWords("history");
  const [failure, action, pending] = useActionState(restore, null);
  return (
    <details className={styles.restore}>
      <summary>{t("restore")}</summary>
      <form action={action}>
        <input type="hidden" name="event" value={eventId} />
        <input type="hidden" name="seen" value={seen} />
        <p>{effect}</p>
        <p className={styles.choices}>
          {!isFirst && (
            <Button type="submit" name="moment" value="before" pending={pending}>
              {t("restore.before")}
            </Button>
          )}
          <Button type="submit" name="moment" value="after" pending={pending}>
            {t("restore.after")}
          </Button>
        </p>
      </form>
      {failure && <Notice tone="failure">{failure}</Notice>}
    </details>
  );
}
