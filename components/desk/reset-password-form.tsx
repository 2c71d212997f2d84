"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { attempt, messagesFor } from "./attempt";
import styles from "./desk-page.module.css";
import { enter } from "./sign-in-form";

interface Props {
  email: string;
  reset: (password: string) => Promise<Result<{ email: string }, Failure>>;
}

/** Chooses a new password by a link that was mailed, and signs in with it. */
export function ResetPasswordForm({ email, reset }: Props) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setPending(true);
    const result = await attempt(() => reset(password));
    if (result.ok) {
      const message = await enter(result.value.email, password);
      window.location.assign(message === null ? "/desk" : "/desk/sign-in");
      return;
    }
    setFailure(result.error);
    setPending(false);
  }

  const messages = messagesFor(failure, "password");
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      {failure && !messages && <Notice tone="failure">{failure.message}</Notice>}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        label="New password"
        hint="At least 12 characters. A few unrelated words make a good one."
        errors={messages}
      >
        {(control) => (
          <input {...control} name="password" type="password" autoComplete="new-password" required />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          Choose this password
        </Button>
      </div>
    </form>
  );
}
