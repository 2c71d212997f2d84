"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import { EntryPicker } from "./entry-picker";
import { ExistingArticleNotice } from "./existing-article-notice";
import styles from "./import.module.css";
import { ImportPanel } from "./import-panel";
import { ImportQueue } from "./import-queue";
import { DETAILS, EMPTY_DRAFT, type ImportActions, type ImportDraft, type ImportInput } from "./import-types";
import { PreviewEditor } from "./preview-editor";
import { type Item, useImportQueue } from "./use-import-queue";

const STORE = "obelus:new-article";

/**
 * Takes in articles: from an address, a feed, files or by pasting. Each is read by the server and looked over here before it is stored.
 * What is typed is kept in the browser until then.
 */
export function ArticleImport({ importArticle, replaceText }: ImportActions) {
  const given = useImportQueue();
  const { items } = given;
  const [open, setOpen] = useState<number | null>(null);
  /** What is typed without anything given. */
  const [own, setOwn] = useState<ImportDraft>(EMPTY_DRAFT);
  /** Raised when the editor has to begin anew. */
  const [fresh, setFresh] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState<"one" | "all" | "version" | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const opened = items.find((item) => item.id === open);
  const ready = opened?.state.kind === "ready" ? opened.state : null;
  const draft = ready?.draft ?? own;

  useEffect(() => {
    const kept = sessionStorage.getItem(STORE);
    if (!kept) return;
    setOwn({ ...EMPTY_DRAFT, ...(JSON.parse(kept) as Partial<ImportDraft>) });
    setFresh((number) => number + 1);
  }, []);

  /** Shows something that was read; with one thing given, at once. */
  const show = (id: number | null) => {
    setOpen(id);
    setFailure(null);
    setFresh((number) => number + 1);
  };
  /** What arrives while nothing is looked over is shown at once. */
  const shown = useRef(new Set<number>());
  const arrived =
    ready === null
      ? items.find(({ id, state }) => state.kind === "ready" && !shown.current.has(id))
      : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is shown once, when it arrives
  useEffect(() => {
    if (arrived?.state.kind !== "ready") return;
    shown.current.add(arrived.id);
    // What was typed before a text was pasted is of that text.
    if ("pasted" in arrived.given) given.setDraft(arrived.id, { ...arrived.state.draft, ...typed(own) });
    show(arrived.id);
  }, [arrived]);

  const give = (what: ImportInput[]) => given.add(what);

  function change(part: Partial<ImportDraft>) {
    const next = { ...draft, ...part };
    if (ready && open !== null) return given.setDraft(open, next);
    setOwn(next);
    try {
      sessionStorage.setItem(STORE, JSON.stringify(next));
    } catch (cause) {
      // Longer than the browser keeps: it stays in the page, and only a reload would lose it.
      console.warn("this text is too long to be kept by the browser", cause);
    }
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending("one");
    const result = await attempt(() => importArticle(inputOf(draft)));
    setPending(null);
    if (!result.ok) return setFailure(result.error);
    setFailure(null);
    if (opened) given.taken(opened.id, result.value.id);
    else sessionStorage.removeItem(STORE);
    const next = items.find((item) => item.id !== open && item.state.kind === "ready");
    const more = items.some((item) => item.id !== open && item.state.kind !== "taken");
    if (!opened || !more) return window.location.assign(`/desk/articles/${result.value.id}`);
    show(next?.id ?? null);
  }

  async function takeAll() {
    setPending("all");
    for (const item of items) {
      if (item.state.kind !== "ready") continue;
      const { draft: each } = item.state;
      const result = await attempt(() => importArticle(inputOf({ ...each, title: each.title || item.name })));
      if (result.ok) given.taken(item.id, result.value.id);
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
    setPending(null);
    if (!result.ok) return setFailure(result.error);
    const { exact, moved, changed, orphaned } = result.value.outcomes;
    const summary = new URLSearchParams({
      followed: String(exact + moved),
      waiting: String(changed + orphaned),
    });
    window.location.assign(`/desk/articles/${known.id}?${summary}`);
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
      <ImportPanel onGive={give} />
      {items.length > 0 && (
        <ImportQueue
          items={items}
          open={open}
          onOpen={show}
          onAgain={given.again}
          onRemove={(id) => {
            given.remove(id);
            if (id === open) show(null);
          }}
          onTakeAll={takeAll}
          taking={pending === "all"}
        />
      )}
      {items.map((item) => listOf(item, give))}
      <Form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label="The article">
        {ready && (
          <Notice tone="success">
            The article was read: look over what is below, cut what does not belong to it, and take it in.{" "}
            {ready.read.notes.join(" ")}
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
        <Field label="Title" errors={messagesFor(failure, "title")}>
          {(control) => <input {...control} {...text("title")} required />}
        </Field>
        <div className={styles.row}>
          <Field label="Publisher" optional errors={messagesFor(failure, "publisher")}>
            {(control) => <input {...control} {...text("publisher")} />}
          </Field>
          <Field label="Byline" optional errors={messagesFor(failure, "byline")}>
            {(control) => <input {...control} {...text("byline")} />}
          </Field>
          <Field label="Published on" optional errors={messagesFor(failure, "publishedOn")}>
            {(control) => <input {...control} {...text("publishedOn")} type="date" />}
          </Field>
        </div>
        <div className={styles.row}>
          <Field label="Address" optional errors={messagesFor(failure, "sourceUrl")}>
            {(control) => (
              <input {...control} {...text("sourceUrl")} type="url" inputMode="url" placeholder="https://" />
            )}
          </Field>
          <Field label="Language" hint="A language tag: en, de, ar" errors={messagesFor(failure, "language")}>
            {(control) => (
              <input {...control} {...text("language")} autoCapitalize="none" spellCheck={false} />
            )}
          </Field>
        </div>
        <PreviewEditor
          key={`${open}-${fresh}`}
          doc={draft.doc}
          language={draft.language}
          errors={messagesFor(failure, "content") ?? messagesFor(failure, "content.value")}
          onChange={(doc) => change({ doc })}
          onPaste={(pasted) => give([pasted])}
        />
        <div className={styles.actions}>
          <Button type="submit" look="primary" pending={pending === "one"}>
            {pending === "one" ? "Taking in …" : "Take in the article"}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** The fields of a draft that hold something of their own. */
function typed(draft: ImportDraft): Partial<ImportDraft> {
  return Object.fromEntries(
    DETAILS.filter((name) => draft[name] !== EMPTY_DRAFT[name]).map((name) => [name, draft[name]]),
  );
}

function inputOf({ doc, ...details }: ImportDraft) {
  return { ...details, content: { format: "document" as const, value: doc } };
}

function listOf({ id, state }: Item, give: (given: ImportInput[]) => void) {
  if (state.kind !== "list") return null;
  return (
    <EntryPicker
      key={id}
      list={state.list}
      onPick={(addresses) => give(addresses.map((address) => ({ address })))}
    />
  );
}
