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
import type { Flag } from "@/lib/watching/flag";
import styles from "./watching.module.css";
import type { FlagActions } from "./watching-actions";

/** Resolves a flag with a note: it is still right, or the claim is reopened. What is typed is stored until it is saved. */
export function FlagNoteForm({
  flag,
  how,
  title,
  actions,
  onDone,
  onCancel,
}: {
  flag: Flag;
  how: "confirm" | "reopen";
  /** Accessible name of the form. */
  title: string;
  actions: FlagActions;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useWords("watching");
  const common = useWords("common");
  const draft = useFormDraft(`flag:${flag.id}`, { note: "", nextOn: "" });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("textarea")?.focus(), []);
  const asksForNext = how === "confirm" && flag.kind === "review_due";

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const { note, nextOn } = draft.value;
    const result = await attempt(() =>
      how === "confirm"
        ? actions.confirmFlag({ flagId: flag.id, note, nextOn: (asksForNext && nextOn) || null })
        : actions.reopenFlagged({ flagId: flag.id, note }),
    );
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    draft.forget({ note: "", nextOn: "" });
    onDone();
  }

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <RestoredNotice restored={draft.restored} />
      <Field
        label={t(how === "confirm" ? "note" : "noteForReopen")}
        hint={how === "confirm" && flag.kind !== "idle" ? t("noteHint") : undefined}
        optional={how === "reopen" || flag.kind === "idle"}
        errors={messagesFor(failure, "note")}
      >
        {(control) => <textarea {...control} rows={2} {...draft.field("note")} />}
      </Field>
      {asksForNext && (
        <Field
          label={t("next")}
          hint={t("nextOptional")}
          optional
          errors={messagesFor(failure, "nextOn") ?? messagesFor(failure, "on")}
        >
          {(control) => <input {...control} type="date" {...draft.field("nextOn")} />}
        </Field>
      )}
      {failure && !(failure.kind === "invalid" && failure.fields) && (
        <Notice tone="failure">{failure.message}</Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {t(how === "confirm" ? (flag.kind === "idle" ? "stillWorking" : "stillRight") : "reopen")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
