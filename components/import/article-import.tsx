"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { tabStorage } from "@/components/storage/browser-storage";
import { isRecord, readJson } from "@/components/storage/stored-json";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import { EntryPicker } from "./entry-picker";
import { ExistingArticleNotice } from "./existing-article-notice";
import styles from "./import.module.css";
import { ImportPanel } from "./import-panel";
import { ImportQueue } from "./import-queue";
import { DETAILS, EMPTY_DRAFT, type ImportActions, type ImportDraft, type ImportInput } from "./import-types";
import { type ImportWork, isDraft, isWork, NO_WORK, storedItems } from "./import-work";
import { PreviewEditor } from "./preview-editor";
import { type ImportItem, useImportQueue } from "./use-import-queue";

/** Where earlier versions stored what was typed, in the tab. */
const FORMER_KEY = "obelus:new-article";

/**
 * Imports articles from an address, a feed, files or pasted text. The server reads each, and the editor reviews it here before it is
 * saved. Until then, what is typed is stored in the browser.
 */
export function ArticleImport({ importArticle, replaceText }: ImportActions) {
  const t = useWords("import");
  const queue = useImportQueue();
  const { items } = queue;
  const [open, setOpen] = useState<number | null>(null);
  /** Raised to mount a new editor, which starts from the current draft. */
  const [editorKey, setEditorKey] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState<"one" | "all" | "version" | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const opened = items.find((item) => item.id === open);
  const ready = opened?.state.kind === "ready" ? opened.state : null;
  /** Imports that were opened for review, each once, when they had arrived. */
  const shown = useRef(new Set<number>());
  /** The page is being closed: what is stored now is what the next visit starts with. */
  const isLeaving = useRef(false);

  const work = useFormDraft("new-article", NO_WORK, {
    accepts: isWork,
    onRestore: (restored) => {
      const ids = queue.load(restored.items);
      for (const id of ids)
        if (restored.items[ids.indexOf(id)]?.state.kind === "ready") shown.current.add(id);
      show(restored.open === null ? null : (ids[restored.open] ?? null));
    },
  });
  const { own } = work.value;
  const draft = ready?.draft ?? own;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read once
  useEffect(() => {
    const former = readJson(tabStorage, FORMER_KEY, isRecord);
    tabStorage.remove(FORMER_KEY);
    const typed = { ...EMPTY_DRAFT, ...former };
    if (!former || work.isChanged || !isDraft(typed)) return;
    work.change({ own: typed });
    setEditorKey((number) => number + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is stored when the imports change
  useEffect(() => {
    const stored = storedItems(items);
    const next = {
      items: stored.map((each) => each.stored),
      open: ready ? stored.findIndex(({ item }) => item.id === open) : null,
    };
    if (!isLeaving.current && !isSameWork(work.value, next)) work.change(next);
  }, [items, open]);

  /** Opens an import for review; null opens what is typed by hand. */
  const show = (id: number | null) => {
    setOpen(id);
    setFailure(null);
    setEditorKey((number) => number + 1);
  };
  /** Imports that finish while nothing is under review are opened immediately. */
  const arrived =
    ready === null
      ? items.find(({ id, state }) => state.kind === "ready" && !shown.current.has(id))
      : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is opened once, when it arrives
  useEffect(() => {
    if (arrived?.state.kind !== "ready") return;
    shown.current.add(arrived.id);
    // Details typed before a text was pasted belong to that text.
    if (arrived.input && "pasted" in arrived.input) {
      queue.setDraft(arrived.id, { ...arrived.state.draft, ...detailsTyped(own) });
      work.change({ own: EMPTY_DRAFT });
    }
    show(arrived.id);
  }, [arrived]);

  const addToQueue = (inputs: ImportInput[]) => queue.add(inputs);

  function change(part: Partial<ImportDraft>) {
    const next = { ...draft, ...part };
    if (ready && open !== null) return queue.setDraft(open, next);
    work.change({ own: next });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending("one");
    const result = await attempt(() => importArticle(inputOf(draft)));
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return setPending(null);
    if (opened) queue.markImported(opened.id, result.value.id);
    // What failed, or is only a list to choose from, is nothing to stay for.
    const left = items.filter(({ id, state }) => id !== open && /^(waiting|reading|ready)$/.test(state.kind));
    if (opened && left.length > 0) {
      setPending(null);
      return show(left.find(({ state }) => state.kind === "ready")?.id ?? null);
    }
    // What was typed by hand, beside what was imported now, stays for the next time.
    leave(`/desk/articles/${result.value.id}`, { own: opened ? own : EMPTY_DRAFT, left });
  }

  /** Opens another page. It is left as pending, so that nothing is saved twice meanwhile. @param rest what the next visit starts with */
  function leave(address: string, { own: typed, left }: { own: ImportDraft; left: readonly ImportItem[] }) {
    isLeaving.current = true;
    work.change({ ...NO_WORK, own: typed, items: storedItems(left).map(({ stored }) => stored) });
    window.location.assign(address);
  }

  async function importAll() {
    setPending("all");
    for (const item of items) {
      if (item.state.kind !== "ready") continue;
      const { draft: each } = item.state;
      const result = await attempt(() => importArticle(inputOf({ ...each, title: each.title || item.name })));
      if (result.ok) queue.markImported(item.id, result.value.id);
      else {
        show(item.id);
        setFailure(result.error);
        break;
      }
    }
    setPending(null);
  }

  async function makeVersion() {
    const known = ready?.read.known;
    if (!known) return;
    setPending("version");
    const result = await attempt(() =>
      replaceText({
        articleId: known.id,
        versionId: known.versionId,
        content: { format: "document", value: draft.doc },
      }),
    );
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return setPending(null);
    const { exact, moved, changed, orphaned } = result.value.outcomes;
    const summary = new URLSearchParams({
      followed: String(exact + moved),
      waiting: String(changed + orphaned),
    });
    leave(`/desk/articles/${known.id}?${summary}`, { own, left: items.filter(({ id }) => id !== open) });
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
      <RestoredNotice restored={work.restored} />
      <ImportPanel address={work.field("address")} onAdd={addToQueue} />
      {items.length > 0 && (
        <ImportQueue
          items={items}
          open={open}
          onOpen={show}
          onRetry={queue.retry}
          onRemove={(id) => {
            queue.remove(id);
            if (id === open) show(null);
          }}
          onImportAll={importAll}
          importing={pending === "all"}
        />
      )}
      {items.map((item) => entriesOf(item, addToQueue))}
      <Form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label={t("form.label")}>
        {ready && (
          <Notice tone="success">
            {t("form.read")} {ready.read.notes.join(" ")}
          </Notice>
        )}
        {ready?.read.known && (
          <ExistingArticleNotice
            known={ready.read.known}
            pending={pending === "version"}
            onMakeVersion={makeVersion}
          />
        )}
        {failure && !named && <Notice tone="failure">{failure.message}</Notice>}
        <Field label={t("form.title")} errors={messagesFor(failure, "title")}>
          {(control) => <input {...control} {...text("title")} required />}
        </Field>
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
          key={`${open}-${editorKey}`}
          doc={draft.doc}
          language={draft.language}
          errors={messagesFor(failure, "content") ?? messagesFor(failure, "content.value")}
          {...(ready?.read.differences && { differences: ready.read.differences })}
          onChange={(doc) => change({ doc })}
          onPaste={(pasted) => addToQueue([pasted])}
        />
        <div className={styles.actions}>
          <Button type="submit" look="primary" pending={pending === "one"}>
            {t(pending === "one" ? "form.submitting" : "form.submit")}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** Whether the same imports, in the same state, are stored. */
function isSameWork(before: ImportWork, after: Pick<ImportWork, "items" | "open">): boolean {
  return (
    before.open === after.open &&
    before.items.length === after.items.length &&
    before.items.every(({ state }, index) => {
      const other = after.items[index]?.state;
      return state === other || (state.kind === "waiting" && other?.kind === "waiting");
    })
  );
}

/** The fields of a draft that differ from an empty one. */
function detailsTyped(draft: ImportDraft): Partial<ImportDraft> {
  return Object.fromEntries(
    DETAILS.filter((name) => draft[name] !== EMPTY_DRAFT[name]).map((name) => [name, draft[name]]),
  );
}

function inputOf({ doc, ...details }: ImportDraft) {
  return { ...details, content: { format: "document" as const, value: doc } };
}

function entriesOf({ id, state }: ImportItem, add: (inputs: ImportInput[]) => void) {
  if (state.kind !== "list") return null;
  return (
    <EntryPicker
      key={id}
      list={state.list}
      onPick={(addresses) => add(addresses.map((address) => ({ address })))}
    />
  );
}
