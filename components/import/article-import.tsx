"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useDraftOwner } from "@/components/drafts/draft-owner-context";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useSubmission } from "@/components/drafts/use-submission";
import { PurposeField } from "@/components/manuscripts/purpose-field";
import { tabStorage } from "@/components/storage/browser-storage";
import { isRecord, readJson } from "@/components/storage/stored-json";
import { messagesFor } from "@/components/ui/attempt";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { ARTICLE_PURPOSES, type ArticlePurpose } from "@/lib/claims/article-purpose";
import type { Failure } from "@/lib/failure";
import { EntryPickers } from "./entry-picker";
import { ExistingArticleNotice } from "./existing-article-notice";
import { focusText } from "./focus-text";
import { handOver } from "./hand-over";
import styles from "./import.module.css";
import { ImportNotes } from "./import-notes";
import { ImportPanel } from "./import-panel";
import { ImportQueue } from "./import-queue";
import { ImportSubmit } from "./import-submit";
import { EMPTY_DRAFT, type ImportAction, type ImportDraft } from "./import-types";
import { isDraft } from "./import-work";
import { PreviewEditor } from "./preview-editor";
import { useImportWork } from "./use-import-work";

/** Where earlier versions stored what was typed, in the tab. */
const FORMER_KEY = "obelus:new-article";

const DEFAULT_PURPOSE: { purpose: ArticlePurpose } = { purpose: "published_text" };

/**
 * Imports articles from an address, a feed, files or pasted text. The server reads each, and the editor reviews it here before it is
 * saved. Until then, what is typed is stored in the browser.
 */
export function ArticleImport({ importArticle }: { importArticle: ImportAction }) {
  const t = useWords("import");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState<"one" | "all" | "version" | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const ownerId = useDraftOwner();
  const submission = useSubmission("new-article", importArticle, { isSeries: true });
  const submissions = useWords("submissions");
  const work = useImportWork("new-article", { onShow: () => setFailure(null) });
  const { queue, open, opened, ready, draft, show, change } = work;
  const { items } = queue;
  const { own } = work.form.value;
  // Apart from the drafts of the articles: it is chosen once for all that are imported here.
  const purpose = useFormDraft("new-article-purpose", DEFAULT_PURPOSE, {
    accepts: (stored) => ARTICLE_PURPOSES.includes(stored.purpose),
  });
  const inputOf = ({ doc, ...details }: ImportDraft) => ({
    ...details,
    ...purpose.value,
    content: { format: "document" as const, value: JSON.stringify(doc) },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read once
  useEffect(() => {
    const former = readJson(tabStorage, FORMER_KEY, isRecord);
    tabStorage.remove(FORMER_KEY);
    const typed = { ...EMPTY_DRAFT, ...former };
    if (former && !work.form.isChanged && isDraft(typed)) work.startFrom(typed);
  }, []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    // The text that was pasted last is not in the form yet.
    if (queue.isReadingPasted) return;
    setPending("one");
    const result = await submission.submit(inputOf(draft));
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return setPending(null);
    if (opened) queue.markImported(opened.id, result.value.id);
    // What failed, or is only a list to choose from, is nothing to stay for.
    const left = items.filter(({ id, state }) => id !== open && /^(waiting|reading|ready)$/.test(state.kind));
    if (opened && left.length > 0) {
      setPending(null);
      return show(left.find(({ state }) => state.kind === "ready")?.id ?? null);
    }
    // What was typed by hand, beside what was imported now, stays for the next time. The page is left as pending, so that nothing is saved
    // twice meanwhile.
    purpose.forget(DEFAULT_PURPOSE);
    work.leave(`/desk/articles/${result.value.id}`, { own: opened ? own : EMPTY_DRAFT, left });
  }

  async function importAll() {
    setPending("all");
    for (const item of items) {
      if (item.state.kind !== "ready") continue;
      const { draft: each } = item.state;
      const result = await submission.submit(inputOf({ ...each, title: each.title || item.name }));
      if (result.ok) queue.markImported(item.id, result.value.id);
      else {
        show(item.id);
        setFailure(result.error);
        break;
      }
    }
    setPending(null);
  }

  /** Takes the import to the page of the known article where its text is replaced: it shows what happens to the claims. */
  async function makeVersion() {
    if (!ready?.read.known || !opened || ownerId === null) return;
    const { known } = ready.read;
    setPending("version");
    if (!(await handOver(ownerId, known.id, { name: opened.name, ...ready }))) {
      setPending(null);
      return setFailure({ kind: "unavailable", message: t("existing.notStored") });
    }
    work.leave(`/desk/articles/${known.id}/replace`, { own, left: items.filter(({ id }) => id !== open) });
  }

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);

  const named = failure?.kind === "invalid" && failure.fields && Object.keys(failure.fields).length > 0;
  const text = (name: Exclude<keyof ImportDraft, "doc">) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });

  return (
    <div className={styles.import}>
      <RestoredNotice restored={work.form.restored} />
      <SubmissionNotice submission={submission}>
        {(earlier) => (
          <>
            {submissions("article")}{" "}
            {earlier && <a href={`/desk/articles/${earlier.id}`}>{submissions("article.open")}</a>}
          </>
        )}
      </SubmissionNotice>
      <ImportPanel
        hint={t("source.hint")}
        address={work.form.field("address")}
        onAdd={queue.add}
        onGoToText={() => focusText(form.current)}
      />
      {items.length > 0 && (
        <ImportQueue
          items={items}
          open={open}
          onOpen={show}
          onRetry={queue.retry}
          onRemove={work.remove}
          importAll={{ start: importAll, pending: pending === "all" }}
        />
      )}
      <EntryPickers items={items} onAdd={queue.add} />
      <Form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label={t("form.label")}>
        {ready && <ImportNotes intro={t("form.read")} notes={ready.read.notes} />}
        {ready?.read.known && (
          <ExistingArticleNotice
            known={ready.read.known}
            newVersion={{ pending: pending === "version", start: makeVersion }}
          />
        )}
        {failure && !named && <Notice tone="failure">{failure.message}</Notice>}
        <Field label={t("form.title")} errors={messagesFor(failure, "title")}>
          {(control) => <input {...control} {...text("title")} required />}
        </Field>
        <PurposeField
          value={purpose.value.purpose}
          onChange={(chosen) => purpose.change({ purpose: chosen })}
        />
        <div className={styles.row}>
          <Field label={t("form.publisher")} optional errors={messagesFor(failure, "publisher")}>
            {(control) => <input {...control} {...text("publisher")} />}
          </Field>
          <Field label={t("form.byline")} optional errors={messagesFor(failure, "byline")}>
            {(control) => <input {...control} {...text("byline")} />}
          </Field>
          <Field label={t("form.publishedOn")} optional errors={messagesFor(failure, "publishedOn")}>
            {(control) => <input {...control} {...text("publishedOn")} type="date" />}
          </Field>
        </div>
        <div className={styles.row}>
          <Field label={t("form.address")} optional errors={messagesFor(failure, "sourceUrl")}>
            {(control) => (
              <input {...control} {...text("sourceUrl")} type="url" inputMode="url" placeholder="https://" />
            )}
          </Field>
          <Field
            label={t("form.language")}
            hint={t("form.language.hint")}
            errors={messagesFor(failure, "language")}
          >
            {(control) => (
              <input {...control} {...text("language")} autoCapitalize="none" spellCheck={false} />
            )}
          </Field>
        </div>
        <PreviewEditor
          key={work.editorKey}
          label={t("text.label")}
          isReading={queue.isReadingPasted}
          doc={draft.doc}
          language={draft.language}
          errors={messagesFor(failure, "content") ?? messagesFor(failure, "content.value")}
          takenLine={ready?.read.isFirstLineTaken ? ready.read.title : null}
          {...(ready?.read.differences && { differences: ready.read.differences })}
          onChange={(doc) => change({ doc })}
          onPaste={(pasted) => queue.add([{ ...pasted, title: draft.title }])}
        />
        <div className={styles.actions}>
          <ImportSubmit isReading={queue.isReadingPasted} pending={pending === "one"}>
            {t(pending === "one" ? "form.submitting" : "form.submit")}
          </ImportSubmit>
        </div>
      </Form>
    </div>
  );
}
