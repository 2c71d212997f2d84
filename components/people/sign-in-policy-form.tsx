"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import signInStyles from "@/components/sign-in/sign-in.module.css";
import { attempt } from "@/components/ui/attempt";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

export interface Policy {
  secondFactorRequired: boolean;
  passwordsOff: boolean;
}

interface Props {
  policy: Policy;
  /** Passwords are turned off in the settings of the server, and cannot be turned on here. */
  passwordsOffBySetting: boolean;
  /** Names of the providers that people can sign in with. */
  providers: string[];
  /** @param from what the page shows; if that has changed, nothing is changed */
  set: (policy: Policy & { from: Policy }) => Promise<Result<null, Failure>>;
}

/** How people sign in to this desk. For administrators. */
export function SignInPolicyForm({ policy, passwordsOffBySetting, providers, set }: Props) {
  const t = useWords("people");
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const change = async (part: Partial<Policy>) => {
    const result = await attempt(() => set({ ...policy, ...part, from: policy }));
    setFailure(result.ok ? null : result.error.message);
    router.refresh();
  };
  return (
    <section className={styles.section} aria-labelledby="policy-title">
      <h2 id="policy-title">{t("policy.title")}</h2>
      <div className={styles.form}>
        {failure && <Notice tone="failure">{failure}</Notice>}
        <label className={signInStyles.check}>
          <input
            type="checkbox"
            checked={policy.secondFactorRequired}
            onChange={(event) => change({ secondFactorRequired: event.target.checked })}
          />
          <span>{t("policy.secondFactor")}</span>
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
              {t(passwordsOffBySetting ? "policy.noPasswordsFixed" : "policy.noPasswords", {
                providers: new Intl.ListFormat("en", { type: "disjunction" }).format(providers),
              })}
            </span>
          </label>
        )}
      </div>
    </section>
  );
}
