"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./other-person-notice.module.css";
import { outbox } from "./outbox";
import { watchSignedInPerson } from "./watch-signed-in-person";

/**
 * Blocks a page that was left open once another person has signed in in the same browser, and says so. A native dialog, unlike the others:
 * the browser keeps it above everything, including dialogs that open later, and makes the rest of the page inert.
 */
export function OtherPersonNotice({ actorId }: { actorId: string }) {
  const t = useWords("live");
  const [isOther, setIsOther] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(
    () =>
      watchSignedInPerson(actorId, (otherId) => {
        // Queued writes are sent with the session of the person signed in now, so they must be that person's.
        outbox.open(otherId);
        setIsOther(true);
      }),
    [actorId],
  );
  useEffect(() => {
    if (isOther && !dialog.current?.open) dialog.current?.showModal();
  }, [isOther]);
  if (!isOther) return null;
  return (
    <dialog
      ref={dialog}
      className={styles.cover}
      aria-labelledby="other-person-title"
      // It can't be dismissed: what is done behind it would be done in another person's name.
      onClose={() => dialog.current?.showModal()}
    >
      <h2 id="other-person-title">{t("otherPerson.title")}</h2>
      <p>{t("otherPerson.text")}</p>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t("otherPerson.reload")}
      </Button>
    </dialog>
  );
}
