"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import styles from "./desk-page.module.css";

/** Signs in with address and password, then goes on to `next`, a path of this site. */
export function SignInForm({ next }: { next: string }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setFailure(null);
    const message = await enter(String(form.get("email")), String(form.get("password")));
    if (message === null) window.location.assign(next);
    else {
      setFailure(message);
      setPending(false);
    }
  }

  return (
    <form className={styles.form} onSubmit={submit} method="post">
      {failure && <Notice tone="failure">{failure}</Notice>}
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
      </div>
    </form>
  );
}

/** @returns null when signed in, else what went wrong */
export async function enter(email: string, password: string): Promise<string | null> {
  try {
    const result = await signIn("credentials", { email, password, redirect: false });
    if (result?.ok && !result.error) return null;
    return result?.error ?? "Signing in failed. Try again.";
  } catch (cause) {
    console.error(cause);
    return "The server cannot be reached. Try again in a moment.";
  }
}
