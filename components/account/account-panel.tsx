"use client";

import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

/** Ends every session of the person, on every device. */
export function SignOutEverywhere({ signOut }: { signOut: () => Promise<Result<null, Failure>> }) {
  const t = useWords("account");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  return (
    <div className={styles.form}>
      {failure && <Notice tone="failure">{failure}</Notice>}
      <div className={styles.actions}>
        <Button
          pending={pending}
          onClick={async () => {
            setPending(true);
            const result = await attempt(signOut);
            if (result.ok) window.location.assign("/desk/sign-in");
            else {
              setFailure(result.error.message);
              setPending(false);
            }
          }}
        >
          {t("session.signOutEverywhere")}
        </Button>
      </div>
    </div>
  );
}
