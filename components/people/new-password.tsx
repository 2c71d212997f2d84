"use client";

import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

export type RenewPassword = (input: { userId: string }) => Promise<Result<{ password: string }, Failure>>;

/** Replaces a forgotten password with a one-time password, after a second click. It is never stored in the browser. */
export function NewPassword({
  person: { id, name },
  renew,
}: {
  person: { id: string; name: string };
  renew: RenewPassword;
}) {
  const t = useWords("people");
  const common = useWords("common");
  const [isOpen, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [password, setPassword] = useState<string | null>(null);

  async function create() {
    setPending(true);
    const result = await attempt(() => renew({ userId: id }));
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
    setPassword(result.ok ? result.value.password : null);
    if (result.ok) setOpen(false);
  }

  return (
    <div className={styles.across}>
      <Button
        look="quiet"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
          setFailure(null);
          setPassword(null);
        }}
      >
        {rich(t, "newPassword", { name, hidden: visuallyHidden })}
      </Button>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {isOpen && (
        <>
          <p>{t("newPassword.hint", { name })}</p>
          <div className={styles.actions}>
            <Button look="danger" pending={pending} onClick={create}>
              {t("newPassword.create")}
            </Button>
            <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
          </div>
        </>
      )}
      {password && (
        <Notice tone="success">
          <p>{t("newPassword.sent", { name })}</p>
          <CopyField
            text={password}
            label={t("newPassword.label", { name })}
            copyLabel={t("newPassword.copy")}
          />
        </Notice>
      )}
    </div>
  );
}
