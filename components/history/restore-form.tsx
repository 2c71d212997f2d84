"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import styles from "./timeline.module.css";
import type { RestoreAction } from "./timeline-types";

/** The two states around a change, to put one back. A form that works without scripts. */
export function RestoreForm({
  eventId,
  seen,
  words,
  fresh,
  restore,
}: {
  eventId: string;
  /** The newest event that the page shows. */
  seen: string;
  /** What putting it back does. */
  words: string;
  /** There is nothing before it. */
  fresh: boolean;
  restore: RestoreAction;
}) {
  const [failure, act, pending] = useActionState(restore, null);
  return (
    <details className={styles.restore}>
      <summary>Restore</summary>
      <form action={act}>
        <input type="hidden" name="event" value={eventId} />
        <input type="hidden" name="seen" value={seen} />
        <p>{words}</p>
        <p className={styles.choices}>
          {!fresh && (
            <Button type="submit" name="moment" value="before" pending={pending}>
              As it was before this change
            </Button>
          )}
          <Button type="submit" name="moment" value="after" pending={pending}>
            As it was after this change
          </Button>
        </p>
      </form>
      {failure && <Notice tone="failure">{failure}</Notice>}
    </details>
  );
}
