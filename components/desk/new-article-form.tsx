"use client";

import { type ClipboardEvent, type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { attempt, messagesFor } from "./attempt";
import styles from "./new-article-form.module.css";

interface Draft {
  title: string;
  publisher: string;
  byline: string;
  publishedOn: string;
  sourceUrl: string;
  language: string;
  format: "text" | "html";
  value: string;
}

export interface NewArticleInput extends Omit<Draft, "format" | "value"> {
  content: { format: "text" | "html"; value: string };
}

const empty: Draft = {
  title: "",
  publisher: "",
  byline: "",
  publishedOn: "",
  sourceUrl: "",
  language: "en",
  format: "text",
  value: "",
};
const STORE = "obelus:new-article";

/** Units that the server takes; a longer text is told here, before it is sent. */
const LIMIT = 4_000_000;

/** Takes in an article by pasting. What is typed is kept in the browser until it is saved. */
export function NewArticleForm({
  importArticle,
}: {
  importArticle: (input: NewArticleInput) => Promise<Result<{ id: string }, Failure>>;
}) {
  const [draft, setDraft] = useState<Draft>(empty);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const kept = sessionStorage.getItem(STORE);
    if (kept) setDraft({ ...empty, ...(JSON.parse(kept) as Partial<Draft>) });
  }, []);

  function change(part: Partial<Draft>) {
    const next = { ...draft, ...part };
    setDraft(next);
    try {
      sessionStorage.setItem(STORE, JSON.stringify(next));
    } catch (cause) {
      // Longer than the browser keeps: it stays in the page, and only a reload would lose it.
      console.warn("this text is too long to be kept by the browser", cause);
    }
  }

  /** Rich text keeps its paragraphs, headings and links when it comes in as HTML. */
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    if ((!html && !text) || draft.value.trim() !== "") return;
    // Browsers take many seconds to put a whole book into a field at the caret; as its value it is there at once.
    event.preventDefault();
    change(html ? { format: "html", value: html } : { value: text });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (draft.value.length > LIMIT) {
      const message = `The text has ${draft.value.length.toLocaleString("en")} characters; ${LIMIT.toLocaleString("en")} fit. Import it in parts.`;
      setFailure({ kind: "invalid", message, fields: { content: [message] } });
      return;
    }
    setPending(true);
    const { format, value, ...details } = draft;
    const result = await attempt(() => importArticle({ ...details, content: { format, value } }));
    if (result.ok) {
      sessionStorage.removeItem(STORE);
      window.location.assign(`/desk/articles/${result.value.id}`);
      return;
    }
    setFailure(result.error);
    setPending(false);
  }

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);

  const words = draft.value.match(/\S+/g)?.length ?? 0;
  const named = failure?.kind === "invalid" && failure.fields && Object.keys(failure.fields).length > 0;
  const text = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
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
          {(control) => <input {...control} {...text("language")} autoCapitalize="none" spellCheck={false} />}
        </Field>
      </div>
      <fieldset className={styles.format}>
        <legend>The text is</legend>
        {(["text", "html"] as const).map((format) => (
          <label key={format}>
            <input
              type="radio"
              name="format"
              checked={draft.format === format}
              onChange={() => change({ format })}
            />
            {format === "text" ? "plain text, a paragraph a line" : "HTML"}
          </label>
        ))}
      </fieldset>
      <Field
        label="Text of the article"
        hint={
          draft.format === "html"
            ? "Headings, paragraphs, lists, quotations, links and emphasis are kept. Scripts, styles and everything else are left out."
            : "Paste from a web page or a document to keep headings and links."
        }
        errors={messagesFor(failure, "content") ?? messagesFor(failure, "content.value")}
      >
        {(control) => (
          <textarea
            {...control}
            {...text("value")}
            className={`${control.className} ${styles.text}`}
            onPaste={paste}
            rows={18}
            required
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? "Taking in …" : "Take in the article"}
        </Button>
        <span className={styles.words}>
          {words.toLocaleString("en")} {words === 1 ? "word" : "words"}
        </span>
      </div>
    </form>
  );
}
