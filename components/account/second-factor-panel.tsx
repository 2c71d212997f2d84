"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { CodeForm } from "@/components/sign-in/code-form";
import { RecoveryCodes } from "@/components/sign-in/recovery-codes";
import { SecondFactorSetUp, type SetUpActions } from "@/components/sign-in/second-factor-set-up";
import { Button } from "@/components/ui/button";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

interface Props {
  state: { on: boolean; required: boolean; recoveryCodesLeft: number };
  actions: SetUpActions & {
    renew: (input: { code: string }) => Promise<Result<{ recoveryCodes: string[] }, Failure>>;
    remove: (input: { code: string }) => Promise<Result<null, Failure>>;
  };
}

/** How it stands with one's second factor, and what can be done about it. */
export function SecondFactorPanel({ state, actions }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState<"renew" | "remove" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const done = () => {
    setCodes(null);
    setAsking(null);
    router.refresh();
  };
  if (!state.on)
    return (
      <>
        <p className={styles.hint}>
          With a second factor, a stolen password is not enough: signing in also takes a code from an app on
          your phone.
        </p>
        <SecondFactorSetUp begin={actions.begin} confirm={actions.confirm} next="/desk/account" />
      </>
    );
  if (codes) return <RecoveryCodes codes={codes} onKept={done} />;
  return (
    <>
      <p className={styles.hint}>
        It is on. {state.recoveryCodesLeft} of your recovery codes{" "}
        {state.recoveryCodesLeft === 1 ? "is" : "are"} left.
        {state.required &&
          " Everybody at this desk has to have one: to use another device, remove it and set it up anew."}
      </p>
      {asking === null && (
        <div className={styles.actions}>
          <Button onClick={() => setAsking("renew")}>Make new recovery codes</Button>
          <Button look="quiet" onClick={() => setAsking("remove")}>
            Remove the second factor
          </Button>
        </div>
      )}
      {asking === "renew" && (
        <CodeForm
          label="Code"
          hint="From your app, or an old recovery code. The old recovery codes are void then."
          verb="Make new codes"
          give={(code) => actions.renew({ code })}
          onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
        >
          <Button look="quiet" onClick={() => setAsking(null)}>
            Cancel
          </Button>
        </CodeForm>
      )}
      {asking === "remove" && (
        <CodeForm
          label="Code"
          hint="From your app, or a recovery code."
          verb="Remove it"
          look="danger"
          give={(code) => actions.remove({ code })}
          onDone={done}
        >
          <Button look="quiet" onClick={() => setAsking(null)}>
            Cancel
          </Button>
        </CodeForm>
      )}
    </>
  );
}
