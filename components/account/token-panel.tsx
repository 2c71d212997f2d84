"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

export interface TokenRow {
  id: string;
  name: string;
  prefix: string;
  scope: "read" | "write";
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  state: "valid" | "expired" | "revoked";
}

export interface TokenActions {
  create: (input: {
    name: string;
    scope: "read" | "write";
    expiresInDays: number | null;
  }) => Promise<Result<{ token: string }, Failure>>;
  revoke: (input: { tokenId: string }) => Promise<Result<null, Failure>>;
}

/** The person's tokens, and how to make one. */
export function TokenPanel({ tokens, actions }: { tokens: TokenRow[]; actions: TokenActions }) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const revoke = async (tokenId: string) => {
    const result = await attempt(() => actions.revoke({ tokenId }));
    setFailure(result.ok ? null : result.error.message);
    router.refresh();
  };
  return (
    <>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {tokens.length > 0 && (
        <ul className={styles.list} aria-label="API tokens">
          {tokens.map((token) => (
            <li key={token.id} className={styles.item}>
              <span>{token.name}</span>
              <Button look="quiet" onClick={() => revoke(token.id)}>
                Revoke<span className="visually-hidden"> the token {token.name}</span>
              </Button>
              <p className={styles.meta}>
                <span>{token.scope === "write" ? "reads and writes" : "reads"}</span>
                <code>{token.prefix}…</code>
                <span>
                  {token.lastUsedAt ? (
                    <>
                      used <RelativeTime at={token.lastUsedAt} />
                    </>
                  ) : (
                    "never used"
                  )}
                </span>
                <span>
                  {token.expiresAt ? (
                    <>
                      {token.state === "expired" ? "expired" : "expires"}{" "}
                      <RelativeTime at={token.expiresAt} />
                    </>
                  ) : (
                    "does not expire"
                  )}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <TokenForm create={actions.create} />
    </>
  );
}

function TokenForm({ create }: { create: TokenActions["create"] }) {
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const days = Number(data.get("days"));
    setPending(true);
    const result = await attempt(() =>
      create({
        name: String(data.get("name")),
        scope: data.get("scope") === "write" ? "write" : "read",
        expiresInDays: days > 0 ? days : null,
      }),
    );
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setToken(result.ok ? result.value.token : null);
    if (!result.ok) return;
    form.reset();
    router.refresh();
  }

  return (
    <Form className={styles.form} onSubmit={submit} noValidate aria-label="New API token">
      {failure && !messagesFor(failure, "name") && <Notice tone="failure">{failure.message}</Notice>}
      <Field label="Name" hint="What will use it." errors={messagesFor(failure, "name")}>
        {(control) => <input {...control} name="name" autoComplete="off" required />}
      </Field>
      <div className={styles.row}>
        <Field label="It may">
          {(control) => (
            <select {...control} name="scope" defaultValue="read">
              <option value="read">read</option>
              <option value="write">read and write</option>
            </select>
          )}
        </Field>
        <Field label="It ends">
          {(control) => (
            <select {...control} name="days" defaultValue="90">
              <option value="30">in 30 days</option>
              <option value="90">in 90 days</option>
              <option value="365">in a year</option>
              <option value="">when it is revoked</option>
            </select>
          )}
        </Field>
      </div>
      <div className={styles.actions}>
        <Button type="submit" pending={pending}>
          Make a token
        </Button>
      </div>
      {token && (
        <Notice tone="success">
          <p>Copy this token now. It is shown once.</p>
          <input
            className={styles.link}
            readOnly
            value={token}
            aria-label="New token"
            onFocus={(event) => event.target.select()}
          />
        </Notice>
      )}
    </Form>
  );
}
