"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useRef, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { words } from "@/lib/words/words";
import type { RequestLink } from "./mail-link-form";

interface Props {
  /** The path to open afterwards. */
  next: string;
  /** Sends a link by email. Absent if mail is not set up. */
  requestLink?: RequestLink | undefined;
}

/** Signs in with email address and password, or sends a link to the address. */
export function SignInForm({ next, requestLink }: Props) {
  const t = useWords("signIn");
  const common = useWords("common");
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setPending(true);
    setFailure(null);
    setSent(false);
    const message = await signInWithPassword(String(data.get("email")), String(data.get("password")));
    if (message === null) window.location.assign(next);
    else {
      setFailure(message);
      setPending(false);
    }
  }

  async function sendLink(request: RequestLink) {
    const email = form.current?.elements.namedItem("email");
    if (!(email instanceof HTMLInputElement) || !email.reportValidity()) return;
    const result = await attempt(() => request({ email: email.value, purpose: "sign_in" }));
    setFailure(result.ok ? null : result.error.message);
    setSent(result.ok);
  }

  return (
    <Form className={styles.form} onSubmit={submit} method="post" ref={form}>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {sent && <Notice tone="success">{t("link.sent")}</Notice>}
      <Field label={common("emailAddress")}>
        {(control) => <input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label={t("password")}>
        {(control) => (
          <input {...control} name="password" type="password" autoComplete="current-password" required />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {t(pending ? "signingIn" : "signIn")}
        </Button>
        {requestLink && <Button onClick={() => sendLink(requestLink)}>{t("link.emailInstead")}</Button>}
      </div>
      {requestLink && (
        <p className={styles.meta}>
          <a href="/desk/sign-in/forgot">{t("password.forgot")}</a>
        </p>
      )}
    </Form>
  );
}

/** @returns null once signed in, or the message of the failure */
export function signInWithPassword(email: string, password: string): Promise<string | null> {
  return signInWith("credentials", { email, password });
}

/** @returns null once signed in, or the message of the failure */
export async function signInWith(
  provider: "credentials" | "mail-link",
  credentials: Record<string, string>,
): Promise<string | null> {
  try {
    const result = await signIn(provider, { ...credentials, redirect: false });
    if (result?.ok && !result.error) return null;
    return result?.error ?? words("signIn")("error.failed");
  } catch (cause) {
    console.error(cause);
    return words("signIn")("error.unreachable");
  }
}
