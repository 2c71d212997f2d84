"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

interface Props<T> {
  label: string;
  hint?: string;
  /** Label of the button. */
  submit: string;
  look?: "primary" | "danger";
  send: (code: string) => Promise<Result<T, Failure>>;
  onDone: (value: T) => void;
  /** Shown beside the button. */
  children?: ReactNode;
}

/** A form with one field, for a one-time code or recovery code. */
export function CodeForm<T>({ label, hint, submit, look = "primary", send, onDone, children }: Props<T>) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function submitCode(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code"));
    setPending(true);
    const result = await attempt(() => send(code));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) onDone(result.value);
  }

  const messages = messagesFor(failure, "code");
  return (
    <Form className={styles.form} onSubmit={submitCode} method="post">
      {failure && !messages && <Notice tone="failure">{failure.message}</Notice>}
      <Field label={label} hint={hint} errors={messages}>
        {(control) => (
          <input
            {...control}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look={look} pending={pending}>
          {submit}
        </Button>
        {children}
      </div>
    </Form>
  );
}
