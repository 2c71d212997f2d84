"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { CodeForm } from "@/components/sign-in/code-form";
import { RecoveryCodes } from "@/components/sign-in/recovery-codes";
import { SecondFactorSetUp, type SetUpActions } from "@/components/sign-in/second-factor-set-up";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

interface Props {
  state: { on: boolean; required: boolean; recoveryCodesLeft: number };
  actions: SetUpActions & {
    renew: (input: { code: string }) => Promise<Result<{ recoveryCodes: string[] }, Failure>>;
    remove: (input: { code: string }) => Promise<Result<null, Failure>>;
  };
}

/** Whether a person's second factor is on, with forms to set it up, renew its recovery codes or remove it. */
export function SecondFactorPanel({ state, actions }: Props) {
  const t = useWords("account");
  const common = useWords("common");
  const signIn = useWords("signIn");
  const router = useRouter();
  const [openForm, setOpenForm] = useState<"renew" | "remove" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const done = () => {
    setCodes(null);
    setOpenForm(null);
    router.refresh();
  };
  if (!state.on)
    return (
      <>
        <p className={styles.hint}>{t("secondFactor.off")}</p>
        <SecondFactorSetUp begin={actions.begin} confirm={actions.confirm} next="/desk/account" />
      </>
    );
  if (codes) return <RecoveryCodes codes={codes} onSaved={done} />;
  return (
    <>
      <p className={styles.hint}>
        {t("secondFactor.on", { count: state.recoveryCodesLeft })}{" "}
        {state.required && t("secondFactor.required")}
      </p>
      {openForm === null && (
        <div className={styles.actions}>
          <Button onClick={() => setOpenForm("renew")}>{t("secondFactor.renew")}</Button>
          <Button look="quiet" onClick={() => setOpenForm("remove")}>
            {t("secondFactor.remove")}
          </Button>
        </div>
      )}
      {openForm === "renew" && (
        <CodeForm
          label={signIn("code")}
          hint={t("secondFactor.renewHint")}
          submit={t("secondFactor.renew")}
          send={(code) => actions.renew({ code })}
          onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
        >
          <Button look="quiet" onClick={() => setOpenForm(null)}>
            {common("cancel")}
          </Button>
        </CodeForm>
      )}
      {openForm === "remove" && (
        <CodeForm
          label={signIn("code")}
          hint={t("secondFactor.removeHint")}
          submit={t("secondFactor.remove")}
          look="danger"
          send={(code) => actions.remove({ code })}
          onDone={done}
        >
          <Button look="quiet" onClick={() => setOpenForm(null)}>
            {common("cancel")}
          </Button>
        </CodeForm>
      )}
    </>
  );
}
