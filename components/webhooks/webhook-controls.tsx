"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { Webhook } from "@/lib/webhooks/webhook";
import { type Attempted, AttemptNotice } from "./attempt-notice";
import { NewSecret } from "./new-secret";

export interface WebhookActions {
  test: (input: { webhookId: string }) => Promise<Result<Attempted, Failure>>;
  setState: (input: { webhookId: string; state: "active" | "paused" }) => Promise<Result<null, Failure>>;
  rotate: (input: { webhookId: string }, key: string) => Promise<Result<{ secret: string | null }, Failure>>;
  remove: (input: { webhookId: string }) => Promise<Result<null, Failure>>;
}

/** What can be done with a webhook. */
export function WebhookControls({
  webhook: { id: webhookId, state },
  actions,
}: {
  webhook: Webhook;
  actions: WebhookActions;
}) {
  const t = useWords("webhooks");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempted, setAttempted] = useState<Attempted | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);

  /** Runs an action and shows what it returns. The page is read again after that, which takes longer. */
  async function run<T>(call: () => Promise<Result<T, Failure>>, show: (value: T) => void = () => undefined) {
    setBusy(true);
    setAttempted(null);
    const result = await attempt(call);
    setBusy(false);
    setFailure(result.ok ? null : result.error.message);
    if (result.ok) show(result.value);
    router.refresh();
  }

  const isActive = state === "active";
  return (
    <div className={styles.form}>
      <div className={styles.actions}>
        <Button pending={isBusy} onClick={() => run(() => actions.test({ webhookId }), setAttempted)}>
          {t("test", { pending: isBusy })}
        </Button>
        <Button
          onClick={() => run(() => actions.setState({ webhookId, state: isActive ? "paused" : "active" }))}
        >
          {t(isActive ? "pause" : "resume")}
        </Button>
        <Button
          onClick={() => {
            const key = crypto.randomUUID();
            setSecret(null);
            return run(
              () => actions.rotate({ webhookId }, key),
              (made) => setSecret(made.secret),
            );
          }}
        >
          {t("rotate")}
        </Button>
        <Button look="danger" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
          {t("delete")}
        </Button>
      </div>
      {isAsking && (
        <Notice>
          <p>{t("deleteConfirm")}</p>
          <div className={styles.actions}>
            <Button
              look="danger"
              onClick={async () => {
                const result = await attempt(() => actions.remove({ webhookId }));
                if (result.ok) router.push("/desk/settings/webhooks");
                else setFailure(result.error.message);
              }}
            >
              {t("deleteYes")}
            </Button>
            <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
          </div>
        </Notice>
      )}
      {failure && <Notice tone="failure">{failure}</Notice>}
      {attempted && <AttemptNotice attempted={attempted} />}
      {secret && <NewSecret secret={secret} />}
    </div>
  );
}
