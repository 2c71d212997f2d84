"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import desk from "@/components/desk/desk-page.module.css";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import type { Result } from "@/lib/result";
import { ScaleMarks } from "./scale-marks";
import styles from "./scales.module.css";

/** Makes a scale out of a template; it is edited afterwards. */
export function NewScaleForm({
  make,
}: {
  make: (input: { template: string; name: string }) => Promise<Result<{ scaleId: string }, Failure>>;
}) {
  const router = useRouter();
  const [template, setTemplate] = useState("");
  /** Null while the template's own name stands in the field. */
  const [name, setName] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const shown = name ?? scaleTemplates.find(({ key }) => key === template)?.name ?? "";

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const result = await attempt(() => make({ template, name: shown }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) router.push(`/desk/settings/scales/${result.value.scaleId}`);
  }

  const errors = messagesFor(failure, "template");
  return (
    <section className={desk.section} aria-labelledby="new-scale">
      <h2 id="new-scale">Make a scale</h2>
      <Form className={desk.form} onSubmit={submit} noValidate>
        {failure && !(failure.kind === "invalid" && failure.fields) && (
          <Notice tone="failure">{failure.message}</Notice>
        )}
        <fieldset className={styles.templates}>
          <legend>Begin with</legend>
          {scaleTemplates.map(({ key, name: title, description, ratings }) => (
            <div key={key} className={styles.template}>
              <label>
                <input
                  type="radio"
                  name="template"
                  value={key}
                  checked={template === key}
                  aria-describedby={`template-${key}`}
                  onChange={() => setTemplate(key)}
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
          <Field
            label="Name"
            hint="People of the desk see it where they choose a scale."
            errors={messagesFor(failure, "name")}
          >
            {(control) => (
              <input
                {...control}
                autoComplete="off"
                value={shown}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className={desk.actions}>
          <Button type="submit" look="primary" pending={pending}>
            {pending ? "Making it …" : "Make the scale"}
          </Button>
        </div>
      </Form>
    </section>
  );
}
