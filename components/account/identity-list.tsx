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

export interface IdentityRow {
  id: string;
  provider: string;
  email: string | null;
  lastUsedAt: string;
}

interface Props {
  identities: IdentityRow[];
  unlink: (input: { identityId: string }) => Promise<Result<null, Failure>>;
}

/** The providers' accounts by which one signs in. */
export function IdentityList({ identities, unlink }: Props) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  return (
    <>
      {failure && <Notice tone="failure">{failure}</Notice>}
      <ul className={styles.list} aria-label="Linked accounts">
        {identities.map(({ id, provider, email, lastUsedAt }) => (
          <li key={id} className={styles.item}>
            <span>{provider}</span>
            <Button
              look="quiet"
              onClick={async () => {
                const result = await attempt(() => unlink({ identityId: id }));
                setFailure(result.ok ? null : result.error.message);
                router.refresh();
              }}
            >
              Unlink<span className="visually-hidden"> {provider}</span>
            </Button>
            <p className={styles.meta}>
              {email && <span>{email}</span>}
              <span>
                last used <RelativeTime at={lastUsedAt} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
