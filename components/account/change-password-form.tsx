"use client";

import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { signInWithPassword } from "@/components/sign-in/sign-in-form";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

interface Props {
  email: string;
  next: string;
  change: (input: { current: string; next: string }) => Promise<Result<null, Failure>>;
}

/** Changes the password. This ends every session, so the form signs this browser in again with the new password. */
export function ChangePasswordForm({ email, next, change }: Props) {
  const t = useWords("account");
  const signIn = useWords("signIn");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("next"));
    setPending(true);
    const result = await attempt(() => change({ current: String(form.get("current")), next: password }));
    if (result.ok) {
      const message = await signInWithPassword(email, password);
      window.location.assign(message === null ? next : "/desk/sign-in");
      return;
    }
    setFailure(result.error);
    setPending(false);
  }

  return (
    <Form className={styles.form} onSubmit={submit} method="post">
      {failure && failure.kind !== "invalid" && <Notice tone="failure">{failure.message}</Notice>}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field label={t("password.current")} errors={messagesFor(failure, "current")}>
        {(control) => (
          <input {...control} name="current" type="password" autoComplete="current-password" required />
        )}
      </Field>
      <Field
        label={signIn("password.new")}
        hint={signIn("password.hint")}
        errors={messagesFor(failure, "next")}
      >
        {(control) => <input {...control} name="next" type="password" autoComplete="new-password" required />}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {t("password.change")}
        </Button>
      </div>
    </Form>
  );
}
