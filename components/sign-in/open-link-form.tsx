"use client";

import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { signInWith } from "./sign-in-form";

/** Signs in with an emailed link. It takes a click, so that mail scanners that open links do not use them up. */
export function OpenLinkForm({ token }: { token: string }) {
  const t = useWords("signIn");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function open() {
    setPending(true);
    const message = await signInWith("mail-link", { token });
    if (message === null) window.location.assign("/desk");
    else {
      setFailure(message);
      setPending(false);
    }
  }

  return (
    <div className={styles.form}>
      {failure && <Notice tone="failure">{failure}</Notice>}
      <div className={styles.actions}>
        <Button look="primary" pending={pending} onClick={open}>
          {t("signIn")}
        </Button>
      </div>
    </div>
  );
}
