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

/** The provider accounts a person can sign in with. */
export function IdentityList({ identities, unlink }: Props) {
  const t = useWords("account");
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  return (
    <>
      {failure && <Notice tone="failure">{failure}</Notice>}
      <ul className={styles.list} aria-label={t("identity.title")}>
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
              {rich(t, "identity.unlink", { provider, hidden: visuallyHidden })}
            </Button>
            <p className={styles.meta}>
              {email && <span>{email}</span>}
              <span>{rich(t, "identity.lastUsed", { time: <RelativeTime at={lastUsedAt} /> })}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
