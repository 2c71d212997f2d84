"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

export interface SessionRow {
  id: string;
  device: string;
  address: string;
  method: string;
  createdAt: string;
  lastSeenAt: string;
  /** The one that the page is shown in. */
  current: boolean;
}

interface Props {
  sessions: SessionRow[];
  revoke: (input: { sessionId: string }) => Promise<Result<null, Failure>>;
  revokeOthers: () => Promise<Result<{ count: number }, Failure>>;
}

/** Where one is signed in. */
export function SessionList({ sessions, revoke, revokeOthers }: Props) {
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
      <ul className={styles.list} aria-label="Sessions">
        {sessions.map((session) => (
          <li key={session.id} className={styles.item}>
            <span>
              {session.device}
              {session.current && <strong> · this one</strong>}
            </span>
            {!session.current && (
              <Button look="quiet" onClick={() => run(() => revoke({ sessionId: session.id }))}>
                End<span className="visually-hidden"> the session on {session.device}</span>
              </Button>
            )}
            <p className={styles.meta}>
              <span>
                last seen <RelativeTime at={session.lastSeenAt} />
              </span>
              <span>
                signed in <RelativeTime at={session.createdAt} /> {session.method}
              </span>
              {session.address && <span>from {session.address}</span>}
            </p>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className={`${styles.actions} ${styles.apart}`}>
          <Button onClick={() => run(revokeOthers)}>End all others</Button>
        </div>
      )}
    </>
  );
}
