"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useSubmission } from "@/components/drafts/use-submission";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { focusFirstField } from "@/components/ui/focus-first-field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import { type ApiScope, SCOPE_SETS } from "@/lib/policies/api-scope";
import type { Result } from "@/lib/result";
import { ScopeChoice } from "./scope-choice";

export interface TokenRow {
  id: string;
  name: string;
  prefix: string;
  scopes: readonly ApiScope[];
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  state: "valid" | "expired" | "revoked";
}

interface NewToken {
  name: string;
  scopes: ApiScope[];
  expiresInDays: number | null;
}

interface CreatedToken {
  id: string;
  /** Null where it was shown before. */
  token: string | null;
}

export interface TokenActions {
  create: (input: NewToken, key: string) => Promise<Result<CreatedToken, Failure>>;
  revoke: (input: { tokenId: string }) => Promise<Result<null, Failure>>;
}

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** A person's API tokens, with a form to create one. */
export function TokenPanel({ tokens, actions }: { tokens: TokenRow[]; actions: TokenActions }) {
  const t = useWords("account");
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
        <ul className={styles.list} aria-label={t("token.title")}>
          {tokens.map((token) => (
            <li key={token.id} className={styles.item}>
              <span>{token.name}</span>
              <Button look="quiet" onClick={() => revoke(token.id)}>
                {rich(t, "token.revoke", { name: token.name, hidden: visuallyHidden })}
              </Button>
              <p className={styles.meta}>
                <span>
                  {t("token.can", {
                    scopes: list.format(token.scopes.map((scope) => t(`token.can.${scope}`))),
                  })}
                </span>
                <code>{token.prefix}…</code>
                <span>
                  {token.lastUsedAt
                    ? rich(t, "token.lastUsed", { time: <RelativeTime at={token.lastUsedAt} /> })
                    : t("token.neverUsed")}
                </span>
                <span>
                  {token.expiresAt
                    ? rich(t, token.state === "expired" ? "token.expired" : "token.expires", {
                        time: <RelativeTime at={token.expiresAt} />,
                      })
                    : t("token.neverExpires")}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <TokenForm create={actions.create} revoke={revoke} />
    </>
  );
}

/** The token itself is never stored in the browser. */
const NO_TOKEN: { name: string; scopes: ApiScope[]; days: string } = {
  name: "",
  scopes: [...SCOPE_SETS.read],
  days: "90",
};

function TokenForm({
  create,
  revoke,
}: {
  create: TokenActions["create"];
  revoke: (tokenId: string) => Promise<void>;
}) {
  const t = useWords("account");
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [created, setCreated] = useState<CreatedToken | null>(null);
  const [pending, setPending] = useState(false);

  const draft = useFormDraft("token", NO_TOKEN);
  const submission = useSubmission("token", create);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { name, scopes } = draft.value;
    const days = Number(draft.value.days);
    setPending(true);
    const result = await submission.submit({
      name,
      scopes,
      expiresInDays: days > 0 ? days : null,
    });
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setCreated(result.ok ? result.value : null);
    if (!result.ok) return;
    draft.forget(NO_TOKEN);
    router.refresh();
  }

  return (
    <Form className={styles.form} onSubmit={submit} noValidate aria-label={t("token.new")}>
      <RestoredNotice restored={draft.restored} />
      <SubmissionNotice submission={submission}>
        {(earlier) => earlier && <LostToken revoke={() => revoke(earlier.id).then(submission.dismiss)} />}
      </SubmissionNotice>
      {failure && !messagesFor(failure, "name") && !messagesFor(failure, "scopes") && (
        <Notice tone="failure">{failure.message}</Notice>
      )}
      <Field label={t("token.name")} hint={t("token.nameHint")} errors={messagesFor(failure, "name")}>
        {(control) => <input {...control} {...draft.field("name")} autoComplete="off" required />}
      </Field>
      <ScopeChoice
        chosen={draft.value.scopes}
        change={(scopes) => draft.change({ scopes })}
        errors={messagesFor(failure, "scopes")}
      />
      <div className={styles.row}>
        <Field label={t("token.expiry")}>
          {(control) => (
            <select {...control} {...draft.field("days")}>
              <option value="30">{t("token.inDays", { days: 30 })}</option>
              <option value="90">{t("token.inDays", { days: 90 })}</option>
              <option value="365">{t("token.inYear")}</option>
              <option value="">{t("token.never")}</option>
            </select>
          )}
        </Field>
      </div>
      <div className={styles.actions}>
        <Button type="submit" pending={pending}>
          {t("token.create")}
        </Button>
      </div>
      {created?.token === null && (
        <Notice>
          <LostToken revoke={() => revoke(created.id).then(() => setCreated(null))} />
        </Notice>
      )}
      {created?.token && (
        <Notice tone="success">
          <p>{t("token.copyNow")}</p>
          <CopyField text={created.token} label={t("token.value")} copyLabel={t("token.copy")} />
        </Notice>
      )}
    </Form>
  );
}

/** A token that was created, and can't be shown. */
function LostToken({ revoke }: { revoke: () => void }) {
  const t = useWords("submissions");
  return (
    <>
      {t("token")}{" "}
      <Button
        onClick={({ currentTarget }) => {
          focusFirstField(currentTarget);
          revoke();
        }}
      >
        {t("token.revoke")}
      </Button>
    </>
  );
}
