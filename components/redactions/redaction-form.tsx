"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useSubmission } from "@/components/drafts/use-submission";
import { deskRead } from "@/components/reads/read-desk";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { SourceGroup } from "@/lib/redactions/group-sources";
import { REDACTION_KINDS } from "@/lib/redactions/redaction";
import type { RedactionPreview } from "@/lib/redactions/redaction-preview";
import { PreviewList } from "./preview-list";
import type { PreviewRedaction, RedactionActions } from "./redaction-types";
import own from "./redactions.module.css";
import { isTargetDraft, redactionTargetOf, startDraft } from "./target-draft";
import { TargetFields } from "./target-fields";

const previewRedaction: PreviewRedaction = deskRead("redaction-preview");

const REASONS = ["source", "privacy", "court", "law", "copyright"] as const;

/** Redacts all publications of an article, after a preview of everything that goes. */
export function RedactionForm({
  articleId,
  sources,
  excerpts,
  addresses,
  actions,
}: {
  articleId: string;
  sources: readonly SourceGroup[];
  excerpts: readonly string[];
  addresses: readonly string[];
  actions: RedactionActions;
}) {
  const t = useWords("redactions");
  const router = useRouter();
  const proposed = sources.filter(({ isMatch }) => isMatch).map(({ key }) => key);
  // A proposal has a draft of its own: what was chosen before must not replace it.
  const form = useFormDraft(
    `redaction:${[articleId, ...proposed].join(":")}`,
    { target: startDraft(sources), reason: proposed.length > 0 ? t("reason.source") : "", privateNote: "" },
    {
      accepts: (stored) => isTargetDraft(stored.target),
      onRestore: () => setPreview(null),
    },
  );
  const { target: draft, reason, privateNote } = form.value;
  const submission = useSubmission(`redaction:${articleId}`, actions.redact);
  const submissions = useWords("submissions");
  const [preview, setPreview] = useState<RedactionPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [redacted, setRedacted] = useState<number | null>(null);
  const [pending, setPending] = useState(false);
  const target = redactionTargetOf(draft, sources);
  const change = (part: Partial<typeof draft>) => {
    form.change((before) => ({ ...before, target: { ...before.target, ...part } }));
    // What was previewed is no longer what would be redacted.
    setPreview(null);
    setFailure(null);
    setRedacted(null);
  };

  async function showPreview() {
    setPending(true);
    const result = await attempt(() => previewRedaction({ articleId, target }));
    setPending(false);
    setPreview(result.ok ? result.value : null);
    setFailure(result.ok ? null : result.error);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!preview || preview.total === 0) return showPreview();
    setPending(true);
    const result = await submission.submit({ articleId, target, reason, privateNote, seen: preview.seen });
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) {
      if (result.error.kind === "stale") setPreview(null);
      return;
    }
    setRedacted(result.value.spots);
    setPreview(null);
    form.forget({ target: startDraft([]), reason: "", privateNote: "" });
    router.refresh();
  }

  const fieldErrors = (field: string) => messagesFor(failure, field);
  const isOnField = ["reason", "privateNote", "target.text", "target.address", "target.at", "at"].some(
    (field) => fieldErrors(field) !== undefined,
  );
  return (
    <Form className={styles.form} onSubmit={submit} noValidate aria-label={t("redact.title")}>
      <RestoredNotice restored={form.restored} />
      <SubmissionNotice submission={submission}>{() => submissions("redaction")}</SubmissionNotice>
      {failure && !isOnField && <Notice tone="failure">{failure.message}</Notice>}
      {redacted !== null && <Notice tone="success">{t("done", { count: redacted })}</Notice>}
      <fieldset className={own.choices}>
        <legend>{t("kind")}</legend>
        {REDACTION_KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => change({ kind })} />{" "}
            {t(`kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      <TargetFields
        draft={draft}
        sources={sources}
        excerpts={excerpts}
        addresses={addresses}
        errorsOf={fieldErrors}
        onChange={change}
      />
      <Field label={t("reason")} hint={t("reason.hint")} errors={fieldErrors("reason")}>
        {(control) => (
          <input {...control} list="redaction-reasons" {...form.field("reason")} autoComplete="off" />
        )}
      </Field>
      <datalist id="redaction-reasons">
        {REASONS.map((each) => (
          <option key={each} value={t(`reason.${each}`)} />
        ))}
      </datalist>
      <Field label={t("note")} optional hint={t("note.hint")} errors={fieldErrors("privateNote")}>
        {(control) => <textarea {...control} rows={2} {...form.field("privateNote")} />}
      </Field>
      {preview && <PreviewList preview={preview} />}
      <div className={styles.actions}>
        <Button look={preview ? "quiet" : "primary"} pending={pending} onClick={showPreview}>
          {t("preview")}
        </Button>
        {preview !== null && preview.total > 0 && (
          <Button type="submit" look="danger" pending={pending}>
            {t("submit", { count: preview.total })}
          </Button>
        )}
      </div>
    </Form>
  );
}
