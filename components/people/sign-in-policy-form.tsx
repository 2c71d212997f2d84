"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import signInStyles from "@/components/sign-in/sign-in.module.css";
import { attempt } from "@/components/ui/attempt";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

export interface Policy {
  secondFactorRequired: boolean;
  passwordsOff: boolean;
}

interface Props {
  policy: Policy;
  /** Passwords are off by a setting of the installation. */
  passwordsOffBySetting: boolean;
  /** Names of the providers through which people may sign in. */
  providers: string[];
  set: (policy: Policy) => Promise<Result<null, Failure>>;
}

/** How people sign in at this desk, for administrators. */
export function SignInPolicyForm({ policy, passwordsOffBySetting, providers, set }: Props) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const change = async (part: Partial<Policy>) => {
    const result = await attempt(() => set({ ...policy, ...part }));
    setFailure(result.ok ? null : result.error.message);
    router.refresh();
  };
  return (
    <section className={styles.section} aria-labelledby="policy-title">
      <h2 id="policy-title">How people sign in</h2>
      <div className={styles.form}>
        {failure && <Notice tone="failure">{failure}</Notice>}
        <label className={signInStyles.check}>
          <input
            type="checkbox"
            checked={policy.secondFactorRequired}
            onChange={(event) => change({ secondFactorRequired: event.target.checked })}
          />
          <span>
            Everybody has to have a second factor. Whoever has none is led to set one up before anything else.
          </span>
        </label>
        {providers.length > 0 && (
          <label className={signInStyles.check}>
            <input
              type="checkbox"
              checked={policy.passwordsOff}
              disabled={passwordsOffBySetting}
              onChange={(event) => change({ passwordsOff: event.target.checked })}
            />
            <span>
              No passwords: people come in through {providers.join(" or ")} instead. The first administrator
              keeps theirs{passwordsOffBySetting && "; this is set outside the desk"}.
            </span>
          </label>
        )}
      </div>
    </section>
  );
}
