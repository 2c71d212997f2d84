"use client";

import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
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

/** Sets a second factor up: shows the secret, asks for a first code, shows the recovery codes. */
export function SecondFactorSetUp({ begin, confirm, next }: SetUpActions & { next: string }) {
  const [made, setMade] = useState<NewSecret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function start() {
    setPending(true);
    const result = await attempt(begin);
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
    setMade(result.ok ? result.value : null);
  }

  if (codes) return <RecoveryCodes codes={codes} onKept={() => window.location.assign(next)} />;
  if (!made)
    return (
      <div className={styles.form}>
        {failure && <Notice tone="failure">{failure}</Notice>}
        <div className={styles.actions}>
          <Button pending={pending} onClick={start}>
            Set up a second factor
          </Button>
        </div>
      </div>
    );
  return (
    <div className={styles.form}>
      <p>Scan this with an authenticator app, or type the key into it.</p>
      <svg
        className={signInStyles.qr}
        viewBox={`0 0 ${made.qr.size} ${made.qr.size}`}
        role="img"
        aria-label="QR code with the key"
        shapeRendering="crispEdges"
      >
        <path d={made.qr.path} />
      </svg>
      <p>
        Key: <code className={signInStyles.secret}>{made.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <CodeForm
        label="Code"
        hint="The six digits that the app shows for Obelus."
        verb="Turn it on"
        give={(code) => confirm({ code })}
        onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
      />
    </div>
  );
}
