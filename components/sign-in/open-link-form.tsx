"use client";

import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { enterBy } from "./sign-in-form";

/** Signs in by a link that was mailed. It takes a click, so that programs that open links do not use them up. */
export function OpenLinkForm({ token }: { token: string }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function open() {
    setPending(true);
    const message = await enterBy("mail-link", { token });
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
          Sign in
        </Button>
      </div>
    </div>
  );
}
