"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import styles from "./left-open-notice.module.css";
import { outbox } from "./outbox";
import { watchPerson } from "./watch-person";

/** Covers a page that was left open when somebody else signs in in the same browser: nothing more is done on it. */
export function LeftOpenNotice({ actorId }: { actorId: string }) {
  const [isLeft, setIsLeft] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(
    () =>
      watchPerson(actorId, (otherId) => {
        // What waits is sent by the session of whoever is signed in: it must be theirs.
        outbox.open(otherId);
        setIsLeft(true);
      }),
    [actorId],
  );
  useEffect(() => {
    if (isLeft && !dialog.current?.open) dialog.current?.showModal();
  }, [isLeft]);
  if (!isLeft) return null;
  return (
    <dialog
      ref={dialog}
      className={styles.cover}
      aria-labelledby="left-open-title"
      // It has no other way out: what is done behind it would be done in another's name.
      onClose={() => dialog.current?.showModal()}
    >
      <h2 id="left-open-title">Somebody else has signed in</h2>
      <p>
        Another person has signed in in this browser, so nothing more can be done on this page. What waited to
        be sent stays here for whoever wrote it, until they sign in again.
      </p>
      <Button look="primary" onClick={() => window.location.reload()}>
        Load the page anew
      </Button>
    </dialog>
  );
}
