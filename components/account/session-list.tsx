"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

export interface SessionRow {
  id: string;
  device: string;
  address: string;
  /** "password", "mail_link" or the id of a provider. */
  method: string;
  /** Name of the provider, or the method again. */
  provider: string;
  createdAt: string;
  lastSeenAt: string;
  /** The session that shows this page. */
  current: boolean;
}

interface Props {
  sessions: SessionRow[];
  revoke: (input: { sessionId: string }) => Promise<Result<null, Failure>>;
  revokeOthers: () => Promise<Result<{ count: number }, Failure>>;
}

/** A person's sessions, on every device. */
export function SessionList({ sessions, revoke, revokeOthers }: Props) {
  const t = useWords("account");
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const run = async (call: () => Promise<Result<unknown, Failure>>) => {
    const result = await attempt(call);
    setFailure(result.ok ? null : result.error.message);
    router.refresh();
  };
  return (
    <>
      {failure && <Notice tone="failure">{failure}</Notice>}
      <ul className={styles.list} aria-label={t("session.title")}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.item}>
            <span>
              {session.current
                ? rich(t, "session.current", {
                    device: session.device,
                    strong: (text) => <strong>{text}</strong>,
                  })
                : session.device}
            </span>
            {!session.current && (
              <Button look="quiet" onClick={() => run(() => revoke({ sessionId: session.id }))}>
                {rich(t, "session.end", { device: session.device, hidden: visuallyHidden })}
              </Button>
            )}
            <p className={styles.meta}>
              <span>{rich(t, "session.lastSeen", { time: <RelativeTime at={session.lastSeenAt} /> })}</span>
              <span>
                {rich(t, "session.signedIn", {
                  method: session.method,
                  provider: session.provider,
                  time: <RelativeTime at={session.createdAt} />,
                })}
              </span>
              {session.address && <span>{t("session.from", { address: session.address })}</span>}
            </p>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className={`${styles.actions} ${styles.apart}`}>
          <Button onClick={() => run(revokeOthers)}>{t("session.endOthers")}</Button>
        </div>
      )}
    </>
  );
}
