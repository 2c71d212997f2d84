"use client";

import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import signInStyles from "./sign-in.module.css";

/** Shows new recovery codes. They cannot be shown again. */
export function RecoveryCodes({ codes, onSaved }: { codes: string[]; onSaved: () => void }) {
  const t = useWords("signIn");
  const common = useWords("common");
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.form}>
      <Notice tone="success">{t("recoveryCodes.hint")}</Notice>
      <ul className={signInStyles.codes} aria-label={t("recoveryCodes")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button look="primary" onClick={onSaved}>
          {t("recoveryCodes.saved")}
        </Button>
        <Button
          onClick={() =>
            navigator.clipboard.writeText(codes.join("\n")).then(
              () => setCopied(true),
              (cause: unknown) => console.error(cause),
            )
          }
        >
          {common(copied ? "copied" : "copy")}
        </Button>
      </div>
    </div>
  );
}
