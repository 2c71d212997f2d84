"use client";

import { type FormEvent, useState } from "react";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { BATCH_SIZE } from "@/lib/review/claim-batch";
import styles from "./watching.module.css";
import { useWatching } from "./watching-context";

/** Sets one review date for the selected claims. */
export function BatchReviewDate({ chosen }: { chosen: readonly Claim[] }) {
  const t = useWords("watching");
  const actions = useWatching()?.actions;
  const articleId = chosen[0]?.articleId;
  const draft = useFormDraft(articleId === undefined ? null : `batch-review:${articleId}`, {
    on: "",
    reason: "",
  });
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<{ done: number; left: string[] } | null>(null);
  if (!actions) return null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending || !actions || articleId === undefined) return;
    const { on, reason } = draft.value;
    if (on === "") {
      const message = t("error.dayMissing");
      setFailure({ kind: "invalid", message, fields: { on: [message] } });
      return;
    }
    setPending(true);
    setFailure(null);
    const total = { done: 0, left: [] as string[] };
    for (let from = 0; from < chosen.length; from += BATCH_SIZE) {
      const part = chosen.slice(from, from + BATCH_SIZE);
      const result = await attempt(() =>
        actions.setReviewDates({ articleId, claimIds: part.map(({ id }) => id), on, reason }),
      );
      if (!result.ok) {
        setFailure(result.error);
        break;
      }
      total.done += result.value.done;
      for (const { claimId, message } of result.value.left) {
        const number = part.find(({ id }) => id === claimId)?.number ?? 0;
        total.left.push(t("reviewDate.batchLeft", { number, message }));
      }
    }
    setPending(false);
    setOutcome(total);
    if (total.done > 0) draft.forget();
  }

  return (
    <details>
      <summary>{t("reviewDate.batch")}</summary>
      <form className={styles.form} aria-label={t("reviewDate.batch")} noValidate onSubmit={submit}>
        <Field label={t("reviewDate.day")} errors={messagesFor(failure, "on")}>
          {(control) => <input {...control} type="date" {...draft.field("on")} />}
        </Field>
        <Field label={t("reviewDate.reason")} errors={messagesFor(failure, "reason")}>
          {(control) => <input {...control} {...draft.field("reason")} />}
        </Field>
        <div className={styles.actions}>
          <Button type="submit" pending={pending} disabled={chosen.length === 0}>
            {t("reviewDate.batchSave", { count: chosen.length })}
          </Button>
        </div>
        <p role="status" className={styles.hint}>
          {outcome && outcome.done > 0 && t("reviewDate.batchDone", { count: outcome.done })}
        </p>
        {outcome?.left.map((line) => (
          <p key={line} className={styles.hint}>
            {line}
          </p>
        ))}
        {failure && !(failure.kind === "invalid" && failure.fields) && (
          <Notice tone="failure">{failure.message}</Notice>
        )}
      </form>
    </details>
  );
}
