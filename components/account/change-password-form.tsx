"use client";

import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { enter } from "@/components/sign-in/sign-in-form";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

interface Props {
  email: string;
  next: string;
  change: (input: { current: string; next: string }) => Promise<Result<null, Failure>>;
}

/** Changes the password. That ends every session, so this browser signs in again with the new one. */
export function ChangePasswordForm({ email, next, change }: Props) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("next"));
    setPending(true);
    const result = await attempt(() => change({ current: String(form.get("current")), next: password }));
    if (result.ok) {
      const message = await enter(email, password);
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
      <Field label="Current password" errors={messagesFor(failure, "current")}>
        {(control) => (
          <input {...control} name="current" type="password" autoComplete="current-password" required />
        )}
      </Field>
      <Field
        label="New password"
        hint="At least 12 characters. A few unrelated words make a good one."
        errors={messagesFor(failure, "next")}
      >
        {(control) => <input {...control} name="next" type="password" autoComplete="new-password" required />}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          Change password
        </Button>
      </div>
    </Form>
  );
}
