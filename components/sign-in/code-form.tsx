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
  /** What the button says. */
  verb: string;
  look?: "primary" | "danger";
  give: (code: string) => Promise<Result<T, Failure>>;
  onDone: (value: T) => void;
  /** Stands beside the button. */
  children?: ReactNode;
}

/** Asks for one code. */
export function CodeForm<T>({ label, hint, verb, look = "primary", give, onDone, children }: Props<T>) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code"));
    setPending(true);
    const result = await attempt(() => give(code));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) onDone(result.value);
  }

  const messages = messagesFor(failure, "code");
  return (
    <Form className={styles.form} onSubmit={submit} method="post">
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
          {verb}
        </Button>
        {children}
      </div>
    </Form>
  );
}
