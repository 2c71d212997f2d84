"use client";

import { type FormEvent, useState } from "react";
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
import { mergeFields } from "@/lib/claims/merge-three-ways";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { SOURCE_KINDS, type Source } from "@/lib/sources/source";
import type { SourceFieldsInput } from "@/lib/sources/source-input";
import { SourceDetailFields } from "./source-detail-fields";
import {
  type DraftField,
  detailsOfDraft,
  draftLabel,
  draftValue,
  type SourceDraft,
  sourceDraftOf,
} from "./source-draft";
import { SourceKindFields } from "./source-kind-fields";

/** The fields of a source. Changes apply to all claims that use it. */
export function SourceForm({
  source,
  save,
}: {
  source: Source & { revision: number };
  save: (input: SourceFieldsInput & { id: string; revision: number }) => Promise<Result<null, Failure>>;
}) {
  const t = useWords("sources");
  const common = useWords("common");
  /** With the state that the form started from, and its revision. */
  const draft = useFormDraft(
    `source:${source.id}`,
    { fields: sourceDraftOf(source), base: { draft: sourceDraftOf(source), revision: source.revision } },
    {
      accepts: ({ fields: stored }) => SOURCE_KINDS.includes(stored.kind),
      typed: ({ fields: stored }) => stored,
      onRestore: () => {
        setNewer(null);
        setStale(null);
      },
    },
  );
  // Drafts of earlier releases lack the details.
  const fields = { ...sourceDraftOf(source), ...draft.value.fields };
  const setFields = (next: SourceDraft) => draft.change({ fields: next });
  /** What someone else saved in the meantime. It is not part of the draft: after a reload, the conflict must be shown again. */
  const [newer, setNewer] = useState<typeof draft.value.base | null>(null);
  const base = newer ?? {
    ...draft.value.base,
    draft: { ...sourceDraftOf(source), ...draft.value.base.draft },
  };
  const [stale, setStale] = useState<DraftField[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const text = (
    name: "title" | "authors" | "publisher" | "publishedOn" | "url" | "doi" | "archiveUrl" | "language",
  ) => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const { authors, ...rest } = fields;
    const result = await attempt(() =>
      save({
        ...rest,
        authors: authors.split("\n"),
        details: detailsOfDraft(fields),
        id: source.id,
        revision: base.revision,
      }),
    );
    setPending(false);
    setFailure(result.ok ? null : result.error);
    setStale(null);
    if (!result.ok && result.error.kind === "stale") {
      const current = result.error.current as Source & { revision: number };
      const theirs = sourceDraftOf(current);
      const { merged, conflicts } = mergeFields(base.draft, fields, theirs);
      setFields(merged);
      setStale(conflicts);
      setNewer({ draft: theirs, revision: current.revision });
    }
    if (!result.ok) return;
    draft.forget();
    // The rest of the page may show the older state. The message is on the page that follows: here it would be gone at once.
    window.location.assign(`/desk/sources/${source.id}?saved=1`);
  }

  /** The conflicts that are still there: theirs was not used for them. */
  const open = (stale ?? []).filter((field) => fields[field] !== base.draft[field]);
  return (
    <Form className={record.form} onSubmit={submit} noValidate aria-label={t("source")}>
      <RestoredNotice restored={draft.restored} />
      {stale && (
        <ConflictingFields
          summary={t(open.length > 0 ? "stale.conflict" : "stale.noConflict")}
          fields={open.map((field) => ({
            field,
            label: draftLabel(field),
            mine: draftValue(field, fields),
            theirs: draftValue(field, base.draft),
          }))}
          onUseTheirs={(field) =>
            draft.replace({ fields: { ...fields, [field]: base.draft[field] } }, common("draft.replaced"))
          }
        />
      )}
      {failure && !stale && <Notice tone="failure">{failure.message}</Notice>}
      <Field label={t("field.title")} errors={messagesFor(failure, "title")}>
        {(control) => <input {...control} {...text("title")} required />}
      </Field>
      <Field
        label={t("field.authors")}
        optional
        hint={t("fieldHint.authors")}
        errors={messagesFor(failure, "authors")}
      >
        {(control) => <textarea {...control} {...text("authors")} rows={2} />}
      </Field>
      <Field label={t("field.publisher")} optional errors={messagesFor(failure, "publisher")}>
        {(control) => <input {...control} {...text("publisher")} />}
      </Field>
      <SourceDetailFields
        kind={fields.kind}
        value={fields}
        messages={(field) =>
          messagesFor(failure, `details.${field}`) ?? messagesFor(failure, `details.${field}.0`)
        }
        onChange={(part) => setFields({ ...fields, ...part })}
      />
      <Field
        label={t("field.publishedOn")}
        optional
        hint={t("fieldHint.publishedOn")}
        errors={messagesFor(failure, "publishedOn")}
      >
        {(control) => <input {...control} {...text("publishedOn")} />}
      </Field>
      <Field label={t("field.url")} optional errors={messagesFor(failure, "url")}>
        {(control) => (
          <input {...control} {...text("url")} type="url" inputMode="url" placeholder="https://" />
        )}
      </Field>
      <Field label={t("field.doi")} optional errors={messagesFor(failure, "doi")}>
        {(control) => <input {...control} {...text("doi")} placeholder="10.1000/182" />}
      </Field>
      <Field
        label={t("field.archiveUrl")}
        optional
        hint={t("fieldHint.archiveUrl")}
        errors={messagesFor(failure, "archiveUrl")}
      >
        {(control) => (
          <input {...control} {...text("archiveUrl")} type="url" inputMode="url" placeholder="https://" />
        )}
      </Field>
      <SourceKindFields
        value={fields}
        errors={messagesFor(failure, "kind")}
        descriptionErrors={messagesFor(failure, "publicDescription")}
        onChange={(part) => setFields({ ...fields, ...part })}
      />
      <Field
        label={t("field.language")}
        optional
        hint={t("fieldHint.language")}
        errors={messagesFor(failure, "language")}
      >
        {(control) => <input {...control} {...text("language")} autoCapitalize="none" spellCheck={false} />}
      </Field>
      <div>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? common("saving") : t("details.save")}
        </Button>
      </div>
    </Form>
  );
}
