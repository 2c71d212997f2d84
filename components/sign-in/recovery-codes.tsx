"use client";

import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import signInStyles from "./sign-in.module.css";

/** Shows recovery codes, the only time that they can be seen. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.form}>
      <Notice tone="success">
        Keep these recovery codes where you find them without your device: on paper, or with your passwords.
        Each works once in place of a code. They are not shown again.
      </Notice>
      <ul className={signInStyles.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button look="primary" onClick={onKept}>
          I have kept them
        </Button>
        <Button
          onClick={() =>
            navigator.clipboard.writeText(codes.join("\n")).then(
              () => setCopied(true),
              (cause: unknown) => console.error(cause),
            )
          }
        >
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
    </div>
  );
}
