"use client";

import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

export type RequestLink = (input: {
  email: string;
  purpose: "sign_in" | "reset";
}) => Promise<Result<null, Failure>>;

/** The same whether somebody is registered with the address. */
export const LINK_SENT =
  "If this address is registered here, a mail with a link is on its way. The link works once, within 15 minutes.";

/** Has a link mailed to an address. */
export function MailLinkForm({ purpose, ask }: { purpose: "sign_in" | "reset"; ask: RequestLink }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sent, setSent] = useState(false);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email"));
    setPending(true);
    const result = await attempt(() => ask({ email, purpose }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setSent(result.ok);
  }

  const messages = messagesFor(failure, "email");
  return (
    <Form className={styles.form} onSubmit={submit} method="post">
      {failure && !messages && <Notice tone="failure">{failure.message}</Notice>}
      {sent && <Notice tone="success">{LINK_SENT}</Notice>}
      <Field label="E-mail address" errors={messages}>
        {(control) => <input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          Mail me a link
        </Button>
      </div>
    </Form>
  );
}
