"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useSubmission } from "@/components/drafts/use-submission";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { WEBHOOK_KINDS } from "@/lib/webhooks/webhook-kind";
import { NewSecret } from "./new-secret";
import { type WebhookContent, WebhookFields } from "./webhook-fields";

/** `secret` is null where it was shown before. */
export interface AddedWebhook {
  id: string;
  secret: string | null;
}

export type AddWebhook = (input: WebhookContent, key: string) => Promise<Result<AddedWebhook, Failure>>;

const NOTHING: WebhookContent = {
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

  return (
    <Form className={styles.form} onSubmit={submit} noValidate aria-label={t("new")}>
      <h2>{t("new")}</h2>
      <RestoredNotice restored={draft.restored} />
      <SubmissionNotice submission={submission}>{(earlier) => earlier && t("lost")}</SubmissionNotice>
      <WebhookFields content={draft.value} failure={failure} onChange={draft.change} />
      <div className={styles.actions}>
        <Button type="submit" pending={pending}>
          {t("add", { pending })}
        </Button>
      </div>
      {added && (added.secret === null ? <Notice>{t("lost")}</Notice> : <NewSecret secret={added.secret} />)}
    </Form>
  );
}
