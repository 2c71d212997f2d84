"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import record from "@/components/desk/record-page.module.css";
import { ConflictingFields } from "@/components/drafts/conflicting-fields";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { CLAIMANT_KINDS, type Claimant } from "@/lib/claimants/claimant";
import { claimantKindLabels } from "@/lib/claimants/labels";
import { mergeFields } from "@/lib/claims/merge-three-ways";
import type { Failure } from "@/lib/failure";
import { nonBlankLines } from "@/lib/non-blank-lines";
import type { Result } from "@/lib/result";
import { type ClaimantEdit, type EditedField, editedValue, editOf } from "./claimant-edit";

/** @returns the claimant as they are stored now */
export type SaveClaimant = (
  input: Omit<Claimant, "description"> & { description: string },
) => Promise<Result<Claimant, Failure>>;

/** The fields of a claimant. Changes apply to all their claims. */
export function ClaimantForm({ claimant, save }: { claimant: Claimant; save: SaveClaimant }) {
  const router = useRouter();
  const t = useWords("claimants");
  const common = useWords("common");
  /** What someone else saved in the meantime. It is not part of the draft: after a reload, the conflict must be shown again. */
  const [newer, setNewer] = useState<{ edit: ClaimantEdit; revision: number } | null>(null);
  const [stale, setStale] = useState<EditedField[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);
  const draft = useFormDraft(
    `claimant:${claimant.id}`,
    { fields: editOf(claimant), base: { edit: editOf(claimant), revision: claimant.revision } },
    {
      accepts: ({ fields }) => CLAIMANT_KINDS.includes(fields.kind),
      onRestore: () => {
        setNewer(null);
        setStale(null);
      },
    },
  );
  const { fields } = draft.value;
  const shown = useRef(fields);
  shown.current = fields;
  const base = newer ?? draft.value.base;
  const text = (name: Exclude<EditedField, "kind">) => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) =>
      draft.change({ fields: { ...fields, [name]: event.target.value } }),
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    setSaved(false);
    const { aliases, sameAs, ...rest } = fields;
    const result = await attempt(() =>
      save({
        ...rest,
        aliases: nonBlankLines(aliases),
        sameAs: nonBlankLines(sameAs),
        id: claimant.id,
        revision: base.revision,
      }),
    );
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setStale(null);
    if (result.ok) {
      const stored = editOf(result.value);
      // What was typed while the claimant was being saved stays in the form.
      const { merged } = mergeFields(fields, shown.current, stored);
      draft.forget({ fields: stored, base: { edit: stored, revision: result.value.revision } });
      draft.change({ fields: merged });
      setNewer(null);
      setSaved(true);
      // The rest of the page shows the older state.
      router.refresh();
      return;
    }
    if (result.error.kind !== "stale") return;
    const current = result.error.current as Claimant;
    const theirs = editOf(current);
    const { merged, conflicts } = mergeFields(base.edit, fields, theirs);
    draft.change({ fields: merged });
    setStale(conflicts);
    setNewer({ edit: theirs, revision: current.revision });
  }

  const lineErrors = (name: "aliases" | "sameAs", text: string) =>
    [name, ...nonBlankLines(text).map((_, index) => `${name}.${index}`)].flatMap(
      (path) => messagesFor(failure, path) ?? [],
    );

  /** The conflicts that are still there: theirs was not used for them. */
  const open = (stale ?? []).filter((field) => fields[field] !== base.edit[field]);
  return (
    <Form className={record.form} onSubmit={submit} noValidate aria-label={t("details")}>
      <RestoredNotice restored={draft.restored} />
      {stale && (
        <ConflictingFields
          summary={t(open.length > 0 ? "stale.conflict" : "stale.noConflict")}
          fields={open.map((field) => ({
            field,
            label: t(`field.${field}`),
            mine: editedValue(field, fields),
            theirs: editedValue(field, base.edit),
          }))}
          onUseTheirs={(field) =>
            draft.replace({ fields: { ...fields, [field]: base.edit[field] } }, common("draft.replaced"))
          }
        />
      )}
      {failure && !stale && <Notice tone="failure">{failure.message}</Notice>}
      {saved && <Notice tone="success">{t("saved")}</Notice>}
      <Field label={t("field.name")} hint={t("fieldHint.name")} errors={messagesFor(failure, "name")}>
        {(control) => <input {...control} {...text("name")} required />}
      </Field>
      <Field label={t("field.kind")} errors={messagesFor(failure, "kind")}>
        {(control) => (
          <select
            {...control}
            value={fields.kind}
            onChange={(event) => {
              const kind = CLAIMANT_KINDS.find((each) => each === event.target.value);
              if (kind) draft.change({ fields: { ...fields, kind } });
            }}
          >
            {CLAIMANT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {claimantKindLabels[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t("field.description")}
        optional
        hint={t("fieldHint.description")}
        errors={messagesFor(failure, "description")}
      >
        {(control) => <input {...control} {...text("description")} />}
      </Field>
      <Field
        label={t("field.aliases")}
        optional
        hint={t("fieldHint.aliases")}
        errors={lineErrors("aliases", fields.aliases)}
      >
        {(control) => <textarea {...control} {...text("aliases")} rows={2} />}
      </Field>
      <Field
        label={t("field.sameAs")}
        optional
        hint={t("fieldHint.sameAs")}
        errors={lineErrors("sameAs", fields.sameAs)}
      >
        {(control) => <textarea {...control} {...text("sameAs")} rows={2} placeholder="https://" />}
      </Field>
      <div>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? common("saving") : t("save")}
        </Button>
      </div>
    </Form>
  );
}
