"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import desk from "@/components/desk/desk-page.module.css";
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
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import type { Result } from "@/lib/result";
import { ScaleMarks } from "./scale-marks";
import styles from "./scales.module.css";

/** Creates a scale from a template. It can be edited afterwards. */
export function NewScaleForm({
  create,
}: {
  create: (
    input: { template: string; name: string },
    key: string,
  ) => Promise<Result<{ scaleId: string }, Failure>>;
}) {
  const t = useWords("settings");
  const router = useRouter();
  /** The name is null while the field shows the name of the template. */
  const draft = useFormDraft("scale:new", { template: "", name: null as string | null });
  const submission = useSubmission("scale:new", create);
  const submissions = useWords("submissions");
  const { template, name } = draft.value;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const currentName = name ?? scaleTemplates.find(({ key }) => key === template)?.name ?? "";

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const result = await submission.submit({ template, name: currentName });
    setFailure(result.ok ? null : result.error);
    // Once it is created, the page is left as pending, so that it is not created twice.
    if (!result.ok) return setPending(false);
    draft.forget();
    router.push(`/desk/settings/scales/${result.value.scaleId}`);
  }

  const errors = messagesFor(failure, "template");
  return (
    <section className={desk.section} aria-labelledby="new-scale">
      <h2 id="new-scale">{t("scale.create")}</h2>
      <Form className={desk.form} onSubmit={submit} noValidate>
        <RestoredNotice restored={draft.restored} />
        <SubmissionNotice submission={submission}>
          {(earlier) => (
            <>
              {submissions("scale")}{" "}
              {earlier && (
                <a href={`/desk/settings/scales/${earlier.scaleId}`}>{submissions("scale.open")}</a>
              )}
            </>
          )}
        </SubmissionNotice>
        {failure && !(failure.kind === "invalid" && failure.fields) && (
          <Notice tone="failure">{failure.message}</Notice>
        )}
        <fieldset className={styles.templates}>
          <legend>{t("scale.template")}</legend>
          {scaleTemplates.map(({ key, name: title, description, ratings }) => (
            <div key={key} className={styles.template}>
              <label>
                <input
                  type="radio"
                  name="template"
                  value={key}
                  checked={template === key}
                  aria-describedby={`template-${key}`}
                  onChange={() => draft.change({ template: key })}
                />
                <strong>{title}</strong>
              </label>
              <div id={`template-${key}`}>
                <p className={styles.quiet}>{description}</p>
                <ScaleMarks ratings={ratings} />
              </div>
            </div>
          ))}
          {errors && (
            <p className={styles.error} role="alert">
              {errors.join(" ")}
            </p>
          )}
        </fieldset>
        <div className={styles.name}>
          <Field label={t("scale.name")} hint={t("scale.nameHint")} errors={messagesFor(failure, "name")}>
            {(control) => (
              <input
                {...control}
                autoComplete="off"
                value={currentName}
                onChange={(event) => draft.change({ name: event.target.value })}
              />
            )}
          </Field>
        </div>
        <div className={desk.actions}>
          <Button type="submit" look="primary" pending={pending}>
            {t("scale.createSubmit", { pending })}
          </Button>
        </div>
      </Form>
    </section>
  );
}
