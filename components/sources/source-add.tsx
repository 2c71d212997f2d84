"use client";

import { type FormEvent, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./sources.module.css";

/** Adds a source by its address, then opens it with the fields filled in from the page at that address. */
export function SourceAdd({
  add,
}: {
  add: (input: {
    address: string;
    title: string;
  }) => Promise<Result<{ id: string; created: boolean }, Failure>>;
}) {
  const t = useWords("sources");
  const draft = useFormDraft("source:new", { address: "", title: "" });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    setFailure(null);
    const result = await attempt(() => add(draft.value));
    if (result.ok) {
      draft.forget();
      return window.location.assign(
        `/desk/sources/${result.value.id}${result.value.created ? "?added=1" : "?known=1"}`,
      );
    }
    setPending(false);
    setFailure(result.error);
  }

  const shown = failure && !messagesFor(failure, "address") && !messagesFor(failure, "title");
  return (
    <Form className={styles.form} onSubmit={submit} noValidate aria-label={t("add.form")}>
      <RestoredNotice restored={draft.restored} />
      {shown && <Notice tone="failure">{failure.message}</Notice>}
      <Field
        label={t("add.address")}
        optional
        hint={t("add.addressHint")}
        errors={messagesFor(failure, "address") ?? messagesFor(failure, "url")}
      >
        {(control) => (
          <input
            {...control}
            {...draft.field("address")}
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="https://"
          />
        )}
      </Field>
      <Field
        label={t("field.title")}
        optional
        hint={t("add.titleHint")}
        errors={messagesFor(failure, "title")}
      >
        {(control) => <input {...control} {...draft.field("title")} />}
      </Field>
      <div>
        <Button type="submit" look="primary" pending={pending}>
          {t(pending ? "lookup.pending" : "add.save")}
        </Button>
      </div>
    </Form>
  );
}
