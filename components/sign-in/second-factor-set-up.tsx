"use client";

import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { CodeForm } from "./code-form";
import { RecoveryCodes } from "./recovery-codes";
import signInStyles from "./sign-in.module.css";

export interface NewSecret {
  secret: string;
  qr: { size: number; path: string };
}

export interface SetUpActions {
  begin: () => Promise<Result<NewSecret, Failure>>;
  confirm: (input: { code: string }) => Promise<Result<{ recoveryCodes: string[] }, Failure>>;
}

/** Sets up a second factor: shows the secret, asks for the first code, then shows the recovery codes. */
export function SecondFactorSetUp({ begin, confirm, next }: SetUpActions & { next: string }) {
  const t = useWords("signIn");
  const [created, setCreated] = useState<NewSecret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function start() {
    setPending(true);
    const result = await attempt(begin);
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
    setCreated(result.ok ? result.value : null);
  }

  if (codes) return <RecoveryCodes codes={codes} onSaved={() => window.location.assign(next)} />;
  if (!created)
    return (
      <div className={styles.form}>
        {failure && <Notice tone="failure">{failure}</Notice>}
        <div className={styles.actions}>
          <Button pending={pending} onClick={start}>
            {t("secondFactor.setUp")}
          </Button>
        </div>
      </div>
    );
  return (
    <div className={styles.form}>
      <p>{t("secondFactor.scan")}</p>
      <svg
        className={signInStyles.qr}
        viewBox={`0 0 ${created.qr.size} ${created.qr.size}`}
        role="img"
        aria-label={t("secondFactor.qrCode")}
        shapeRendering="crispEdges"
      >
        <path d={created.qr.path} />
      </svg>
      <p>
        {rich(t, "secondFactor.key", {
          key: <code className={signInStyles.secret}>{created.secret.match(/.{1,4}/g)?.join(" ")}</code>,
        })}
      </p>
      <CodeForm
        label={t("code")}
        hint={t("secondFactor.firstCodeHint")}
        submit={t("secondFactor.turnOn")}
        send={(code) => confirm({ code })}
        onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
      />
    </div>
  );
}
