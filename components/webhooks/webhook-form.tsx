"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import choices from "@/components/account/scope-choice.module.css";
import styles from "@/components/desk/desk-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useSubmission } from "@/components/drafts/use-submission";
import { messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { WEBHOOK_KINDS, type WebhookKind } from "@/lib/webhooks/webhook-kind";
import { NewSecret } from "./new-secret";

/** `secret` is null where it was shown before. */
export interface AddedWebhook {
  id: string;
  secret: string | null;
}

export type AddWebhook = (
  input: { url: string; kinds: WebhookKind[] },
  key: string,
) => Promise<Result<AddedWebhook, Failure>>;

const NOTHING: { url: string; kinds: WebhookKind[] } = {
  url: "",
  kinds: WEBHOOK_KINDS.filter((kind) => kind.startsWith("publication.")),
};

/** The form that adds a webhook, and its secret once it is added. */
export function WebhookForm({ add }: { add: AddWebhook }) {
  const t = useWords("webhooks");
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [added, setAdded] = useState<AddedWebhook | null>(null);
  const [pending, setPending] = useState(false);
  const draft = useFormDraft("webhook", NOTHING);
  const submission = useSubmission("webhook", add);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { url, kinds } = draft.value;
    setPending(true);
    const result = await submission.submit({ url, kinds });
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setAdded(result.ok ? result.value : null);
    if (!result.ok) return;
    draft.forget(NOTHING);
    router.refresh();
  }

  const kindErrors = messagesFor(failure, "kinds");
  return (
    <Form className={styles.form} onSubmit={submit} noValidate aria-label={t("new")}>
      <h2>{t("new")}</h2>
      <RestoredNotice restored={draft.restored} />
      <SubmissionNotice submission={submission}>{(earlier) => earlier && t("lost")}</SubmissionNotice>
      {failure && !messagesFor(failure, "url") && !kindErrors && (
        <Notice tone="failure">{failure.message}</Notice>
      )}
      <Field label={t("url")} hint={t("urlHint")} errors={messagesFor(failure, "url")}>
        {(control) => <input {...control} {...draft.field("url")} type="url" autoComplete="off" required />}
      </Field>
      <fieldset className={choices.choices}>
        <legend>{t("kinds")}</legend>
        {WEBHOOK_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={draft.value.kinds.includes(kind)}
              aria-invalid={kindErrors ? true : undefined}
              onChange={({ target }) =>
                draft.change({
                  kinds: WEBHOOK_KINDS.filter((each) =>
                    each === kind ? target.checked : draft.value.kinds.includes(each),
                  ),
                })
              }
            />{" "}
            {t(`kind.${kind}`)}
          </label>
        ))}
        {kindErrors && (
          <p className={choices.error} role="alert">
            {kindErrors.join(" ")}
          </p>
        )}
        <p className={styles.hint}>{t("privateHint")}</p>
      </fieldset>
      <div className={styles.actions}>
        <Button type="submit" pending={pending}>
          {t("add", { pending })}
        </Button>
      </div>
      {added && (added.secret === null ? <Notice>{t("lost")}</Notice> : <NewSecret secret={added.secret} />)}
    </Form>
  );
}
