"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import record from "@/components/desk/record-page.module.css";
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

export type SendAnswer = (input: { id: string; text: string }, key: string) => Promise<Result<null, Failure>>;

/** An answer to a reader by mail. It is sent once, even if the connection is lost. */
export function AnswerForm({ id, email, send }: { id: string; email: string; send: SendAnswer }) {
  const t = useWords("inbox");
  const submissions = useWords("submissions");
  const router = useRouter();
  const draft = useFormDraft(`message-answer:${id}`, { text: "" });
  const submission = useSubmission(`message-answer:${id}`, send);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const result = await submission.submit({ id, text: draft.value.text });
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    draft.forget({ text: "" });
    router.refresh();
  }

  return (
    <Form className={record.form} onSubmit={submit} noValidate aria-label={t("answer")}>
      <RestoredNotice restored={draft.restored} />
      <SubmissionNotice submission={submission}>{() => submissions("messageAnswer")}</SubmissionNotice>
      {failure && !(failure.kind === "invalid" && failure.fields) && (
        <Notice tone="failure">{failure.message}</Notice>
      )}
      <Field
        label={t("answer.label")}
        hint={t("answer.hint", { email })}
        errors={messagesFor(failure, "text")}
      >
        {(control) => <textarea {...control} rows={6} dir="auto" {...draft.field("text")} />}
      </Field>
      <div>
        <Button type="submit" look="primary" pending={pending}>
          {t("answer.send")}
        </Button>
      </div>
    </Form>
  );
}
