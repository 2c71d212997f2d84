"use client";

import { useRouter } from "next/navigation";
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
import { type PageSection, type PageText, SITE_PAGES, type SitePage } from "@/lib/site-pages/site-page";

export type SavePage = (input: {
  page: SitePage;
  language: string;
  revision: number;
  sections: PageText["sections"];
}) => Promise<Result<{ revision: number }, Failure>>;

/** What one page says in one language, a field for each section. */
export function PageTextForm({
  page,
  language,
  sections,
  revision,
  save,
}: {
  page: SitePage;
  /** BCP 47. */
  language: string;
  sections: PageText["sections"];
  /** 0 if nothing was written yet. */
  revision: number;
  /** Null for people who can only read. */
  save: SavePage | null;
}) {
  const t = useWords("inbox");
  const common = useWords("common");
  const router = useRouter();
  const names: readonly PageSection[] = SITE_PAGES[page];
  const complete = (part: PageText["sections"]) =>
    Object.fromEntries(names.map((name) => [name, part[name] ?? ""]));
  const draft = useFormDraft(
    `page:${page}:${language}`,
    { fields: complete(sections), base: { fields: complete(sections), revision } },
    {
      typed: ({ fields }) => fields,
      onRestore: () => {
        setNewer(null);
        setConflicts(null);
      },
    },
  );
  /** What someone else saved in the meantime. It is not part of the draft: after a reload, the conflict must be shown again. */
  const [newer, setNewer] = useState<{ fields: Record<string, string>; revision: number } | null>(null);
  const [conflicts, setConflicts] = useState<string[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);
  const { fields } = draft.value;
  const base = newer ?? draft.value.base;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending || !save) return;
    setPending(true);
    setSaved(false);
    const result = await attempt(() => save({ page, language, revision: base.revision, sections: fields }));
    setPending(false);
    setConflicts(null);
    setFailure(result.ok ? null : result.error);
    if (result.ok) {
      setNewer(null);
      setSaved(true);
      draft.forget({ fields, base: { fields, revision: result.value.revision } });
      router.refresh();
      return;
    }
    if (result.error.kind !== "stale") return;
    const current = result.error.current as { sections: PageText["sections"]; revision: number };
    const theirs = complete(current.sections);
    const merged = mergeFields(base.fields, fields, theirs);
    draft.change({ fields: merged.merged });
    setConflicts(merged.conflicts.map(String));
    setNewer({ fields: theirs, revision: current.revision });
  }

  const labelOf = (name: string) => t(`section.${name as PageSection}`);
  /** The conflicts that are still there: theirs was not used for them. */
  const open = (conflicts ?? []).filter((name) => fields[name] !== base.fields[name]);
  return (
    <Form className={record.form} onSubmit={submit} noValidate aria-label={t(`pages.${page}`)}>
      <RestoredNotice restored={draft.restored} />
      {save === null && <Notice>{t("pages.readOnly")}</Notice>}
      {conflicts && (
        <ConflictingFields
          summary={t(open.length > 0 ? "pages.staleConflict" : "pages.staleNoConflict")}
          fields={open.map((name) => ({
            field: name,
            label: labelOf(name),
            mine: fields[name] ?? "",
            theirs: base.fields[name] ?? "",
          }))}
          onUseTheirs={(name) =>
            draft.replace(
              { fields: { ...fields, [name]: base.fields[name] ?? "" } },
              common("draft.replaced"),
            )
          }
        />
      )}
      {failure && !conflicts && <Notice tone="failure">{failure.message}</Notice>}
      <p className={record.hint}>{t("pages.format")}</p>
      {names.map((name) => (
        <Field
          key={name}
          label={t(`section.${name}`)}
          optional
          hint={t(`sectionHint.${name}`)}
          errors={messagesFor(failure, `sections.${name}`)}
        >
          {(control) => (
            <textarea
              {...control}
              rows={5}
              lang={language}
              dir="auto"
              readOnly={save === null}
              value={fields[name] ?? ""}
              onChange={({ target }) => draft.change({ fields: { ...fields, [name]: target.value } })}
            />
          )}
        </Field>
      ))}
      {save && (
        <div>
          <Button type="submit" look="primary" pending={pending}>
            {pending ? common("saving") : t("pages.save")}
          </Button>{" "}
          <span role="status">{saved && common("saved")}</span>
        </div>
      )}
    </Form>
  );
}
