"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useRef, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { LINK_SENT, type RequestLink } from "./mail-link-form";

interface Props {
  /** A path of this site to go on to. */
  next: string;
  /** Has a link mailed; left out where no mail is sent. */
  askForLink?: RequestLink | undefined;
}

/** Signs in with address and password, or has a link mailed to the address. */
export function SignInForm({ next, askForLink }: Props) {
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
    const message = await enter(String(data.get("email")), String(data.get("password")));
    if (message === null) window.location.assign(next);
    else {
      setFailure(message);
      setPending(false);
    }
  }

  async function mail(ask: RequestLink) {
    const email = form.current?.elements.namedItem("email");
    if (!(email instanceof HTMLInputElement) || !email.reportValidity()) return;
    const result = await attempt(() => ask({ email: email.value, purpose: "sign_in" }));
    setFailure(result.ok ? null : result.error.message);
    setSent(result.ok);
  }

  return (
    <Form className={styles.form} onSubmit={submit} method="post" ref={form}>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {sent && <Notice tone="success">{LINK_SENT}</Notice>}
      <Field label="E-mail address">
        {(control) => <input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label="Password">
        {(control) => (
          <input {...control} name="password" type="password" autoComplete="current-password" required />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? "Signing in …" : "Sign in"}
        </Button>
        {askForLink && <Button onClick={() => mail(askForLink)}>Mail me a link instead</Button>}
      </div>
      {askForLink && (
        <p className={styles.meta}>
          <a href="/desk/sign-in/forgot">Forgot your password?</a>
        </p>
      )}
    </Form>
  );
}

/** @returns null when signed in, else what went wrong */
export function enter(email: string, password: string): Promise<string | null> {
  return enterBy("credentials", { email, password });
}

/** @returns null when signed in, else what went wrong */
export async function enterBy(
  way: "credentials" | "mail-link",
  given: Record<string, string>,
): Promise<string | null> {
  try {
    const result = await signIn(way, { ...given, redirect: false });
    if (result?.ok && !result.error) return null;
    return result?.error ?? "Signing in failed. Try again.";
  } catch (cause) {
    console.error(cause);
    return "The server cannot be reached. Try again in a moment.";
  }
}
