"use client";

import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { signInWithPassword } from "./sign-in-form";

interface Props {
  email: string;
  /** Label of the password field. */
  label: string;
  /** Label of the button. */
  submit: string;
  /** The person's current name, if they can change it here. */
  name?: string | undefined;
  choose: (password: string, name?: string) => Promise<Result<{ email: string }, Failure>>;
}

/** Lets a person who came through a link choose a password, then signs them in with it. */
export function ChoosePasswordForm({ email, label, submit, name, choose }: Props) {
  const t = useWords("signIn");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const password = String(data.get("password"));
    setPending(true);
    const result = await attempt(() =>
      name === undefined ? choose(password) : choose(password, String(data.get("name"))),
    );
    if (result.ok) {
      const message = await signInWithPassword(result.value.email, password);
      window.location.assign(message === null ? "/desk" : "/desk/sign-in");
      return;
    }
    setFailure(result.error);
    setPending(false);
  }

  const messages = messagesFor(failure, "password");
  const nameMessages = messagesFor(failure, "name");
  return (
    <Form className={styles.form} onSubmit={send} method="post">
      {failure && !messages && !nameMessages && <Notice tone="failure">{failure.message}</Notice>}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {name !== undefined && (
        <Field label={t("name")} hint={t("name.hint")} errors={nameMessages}>
          {(control) => (
            <input
              {...control}
              name="name"
              defaultValue={name}
              autoComplete="name"
              maxLength={100}
              required
            />
          )}
        </Field>
      )}
      <Field label={label} hint={t("password.hint")} errors={messages}>
        {(control) => (
          <input {...control} name="password" type="password" autoComplete="new-password" required />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}
