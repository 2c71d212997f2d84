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

export type RequestLink = (input: {
  email: string;
  purpose: "sign_in" | "reset";
}) => Promise<Result<null, Failure>>;

/** Sends a link to an email address. The answer is the same for an unknown address, so that nobody can find out who is registered. */
export function MailLinkForm({ purpose, request }: { purpose: "sign_in" | "reset"; request: RequestLink }) {
  const t = useWords("signIn");
  const common = useWords("common");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sent, setSent] = useState(false);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email"));
    setPending(true);
    const result = await attempt(() => request({ email, purpose }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setSent(result.ok);
  }

  const messages = messagesFor(failure, "email");
  return (
    <Form className={styles.form} onSubmit={submit} method="post">
      {failure && !messages && <Notice tone="failure">{failure.message}</Notice>}
      {sent && <Notice tone="success">{t("link.sent")}</Notice>}
      <Field label={common("emailAddress")} errors={messages}>
        {(control) => <input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {t("link.email")}
        </Button>
      </div>
    </Form>
  );
}
