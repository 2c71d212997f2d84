"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./watching.module.css";
import type { ReviewDateView } from "./watching-actions";

/** What the form of a review date contains. */
export interface ReviewDateInput {
  /** ISO 8601 day; null removes the review date. */
  on: string | null;
  reason: string;
}

/** The day on which something is to be reviewed again, and why. What is typed is stored until it is saved. */
export function ReviewDateForm({
  name,
  label,
  current,
  save,
  onDone,
  onCancel,
}: {
  /** Identifies the form among the stored ones. */
  name: string;
  /** Accessible name of the form. */
  label: string;
  current: ReviewDateView | null;
  save: (input: ReviewDateInput) => Promise<Result<unknown, Failure>>;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useWords("watching");
  const common = useWords("common");
  const draft = useFormDraft(name, { on: current?.on ?? "", reason: current?.reason ?? "" });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input")?.focus(), []);

  async function run(input: ReviewDateInput) {
    if (pending) return;
    setPending(true);
    const result = await attempt(() => save(input));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    draft.forget({ on: input.on ?? "", reason: input.on === null ? "" : input.reason });
    onDone();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const { on, reason } = draft.value;
    if (on === "") {
      const message = t("error.dayMissing");
      setFailure({ kind: "invalid", message, fields: { on: [message] } });
    } else void run({ on, reason });
  }

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <RestoredNotice restored={draft.restored} />
      <Field label={t("reviewDate.day")} errors={messagesFor(failure, "on")}>
        {(control) => <input {...control} type="date" {...draft.field("on")} />}
      </Field>
      <Field
        label={t("reviewDate.reason")}
        hint={t("reviewDate.reasonHint")}
        errors={messagesFor(failure, "reason")}
      >
        {(control) => <input {...control} {...draft.field("reason")} />}
      </Field>
      {failure && !(failure.kind === "invalid" && failure.fields) && (
        <Notice tone="failure">{failure.message}</Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {t("reviewDate.save")}
        </Button>
        {current && (
          <Button look="quiet" pending={pending} onClick={() => run({ on: null, reason: "" })}>
            {t("reviewDate.remove")}
          </Button>
        )}
        <Button look="quiet" onClick={onCancel}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
