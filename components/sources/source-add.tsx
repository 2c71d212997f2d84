"use client";

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
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { outletOf } from "@/lib/sources/source-details";
import styles from "./sources.module.css";

/** A source that was added or that the desk already has, or one with the same title; see lib/workflows/sources/add-source.ts. */
type AddedSource =
  | { kind: "added" | "known"; id: string }
  | {
      kind: "same-title";
      source: Pick<Source, "id" | "title" | "publisher" | "publishedOn" | "url" | "details">;
    };

/**
 * Adds a source by its address, then opens it with the fields filled in from the page at that address. A source with the same title is
 * offered instead.
 */
export function SourceAdd({
  add,
}: {
  add: (
    input: { address: string; title: string; allowSameTitle: boolean },
    key: string,
  ) => Promise<Result<AddedSource, Failure>>;
}) {
  const t = useWords("sources");
  const draft = useFormDraft("source:new", { address: "", title: "" });
  const submission = useSubmission("source:new", add);
  const submissions = useWords("submissions");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  const [sameTitle, setSameTitle] = useState<Extract<AddedSource, { kind: "same-title" }>["source"] | null>(
    null,
  );

  async function submit(allowSameTitle: boolean) {
    setPending(true);
    setFailure(null);
    setSameTitle(null);
    const result = await submission.submit({ ...draft.value, allowSameTitle });
    if (result.ok && result.value.kind !== "same-title") {
      draft.forget();
      return window.location.assign(
        `/desk/sources/${result.value.id}${result.value.kind === "added" ? "?added=1" : "?known=1"}`,
      );
    }
    setPending(false);
    if (!result.ok) setFailure(result.error);
    else if (result.value.kind === "same-title") setSameTitle(result.value.source);
  }

  const shown = failure && !messagesFor(failure, "address") && !messagesFor(failure, "title");
  return (
    <Form
      className={record.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit(false);
      }}
      noValidate
      aria-label={t("add.form")}
    >
      <RestoredNotice restored={draft.restored} />
      <SubmissionNotice submission={submission}>
        {(earlier) => (
          <>
            {submissions("source")}{" "}
            {earlier && "id" in earlier && (
              <a href={`/desk/sources/${earlier.id}`}>{submissions("source.open")}</a>
            )}
          </>
        )}
      </SubmissionNotice>
      {shown && <Notice tone="failure">{failure.message}</Notice>}
      {sameTitle && (
        <Notice tone="failure">
          <p className={styles.lead}>
            {rich(t, "known.title", { title: <strong>{sameTitle.title}</strong> })}
            <span className={record.hint}>
              {[outletOf(sameTitle), sameTitle.publishedOn, sameTitle.url].filter(Boolean).join(", ")}
            </span>
          </p>
          <p className={styles.lead}>
            <a href={`/desk/sources/${sameTitle.id}`}>{t("known.open")}</a>
          </p>
          <Button pending={pending} onClick={() => submit(true)}>
            {t("known.addAnyway")}
          </Button>
        </Notice>
      )}
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
