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
/** An article as it was read from an address or a file; see lib/workflows/read-given.ts. */
export interface ReadArticle
  extends Record<"title" | "byline" | "publisher" | "publishedOn" | "language" | "sourceUrl", string | null> {
  html: string;
  notes: string[];
  known: { id: string; title: string } | null;
}

const STORE = "obelus:new-article";

/** Units that the server takes; a longer text is told here, before it is sent. */
const LIMIT = 4_000_000;

/**
 * Takes in an article: from an address or a file, which fill the fields to be looked over, or by pasting. What is typed is kept in the
 * browser until it is saved.
 */
export function NewArticleForm({
  importArticle,
  readAddress,
  readFile,
}: {
  importArticle: (input: NewArticleInput) => Promise<Result<{ id: string }, Failure>>;
  readAddress: (input: { address: string }) => Promise<Result<ReadArticle, Failure>>;
  readFile: (form: FormData) => Promise<Result<ReadArticle, Failure>>;
}) {
  const [draft, setDraft] = useState<Draft>(empty);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [reading, setReading] = useState<"address" | "file" | null>(null);
  const [read, setRead] = useState<{ notes: string[]; known: ReadArticle["known"] } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  /** The reading that is under way; one that was given up is not taken in when it comes. */
  const current = useRef(0);

  async function take(kind: "address" | "file", call: () => Promise<Result<ReadArticle, Failure>>) {
    const own = ++current.current;
    setReading(kind);
    setRefusal(null);
    setRead(null);
    const result = await attempt(call);
    if (own !== current.current) return;
    setReading(null);
    if (!result.ok) return setRefusal(result.error.message);
    const { html, notes, known, ...details } = result.value;
    const found = Object.fromEntries(Object.entries(details).filter(([, value]) => value));
    change({ ...found, format: "html", value: html });
    setRead({ notes, known });
  }

  const addressField = useRef<HTMLInputElement>(null);
  function fetchAddress() {
    const address = addressField.current?.value.trim() ?? "";
    if (address === "") return setRefusal("Give the address of the article, beginning with https://.");
    take("address", () => readAddress({ address }));
  }

  function giveUp() {
    current.current++;
    setReading(null);
  }

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
      <section className={styles.given} aria-label="Where the article is">
        <div className={styles.givenRow}>
          <label htmlFor="given-address">From an address</label>
          <input
            id="given-address"
            ref={addressField}
            className="input"
            type="url"
            inputMode="url"
            placeholder="https://"
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              fetchAddress();
            }}
          />
          <Button pending={reading === "address"} onClick={fetchAddress}>
            {reading === "address" ? "Fetching …" : "Fetch"}
          </Button>
        </div>
        <div className={styles.givenRow}>
          <label htmlFor="given-file">From a file</label>
          <input
            id="given-file"
            type="file"
            accept=".txt,.md,.markdown,.html,.htm,.docx,.pdf"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (!file) return;
              const data = new FormData();
              data.set("file", file);
              take("file", () => readFile(data));
            }}
          />
          {reading === "file" && <span>Reading …</span>}
        </div>
        <div role="status">
          {reading && (
            <Button look="quiet" onClick={giveUp}>
              Cancel
            </Button>
          )}
          {refusal && <Notice tone="failure">{refusal}</Notice>}
          {read && (
            <Notice tone="success">
              The article was read: look over what is below, cut what does not belong to it, and take it in.{" "}
              {read.notes.join(" ")}
              {read.known && (
                <>
                  {" "}
                  This address is in the desk already:{" "}
                  <a href={`/desk/articles/${read.known.id}`}>{read.known.title}</a>. There you can replace
                  its text instead, and the claims follow.
                </>
              )}
            </Notice>
          )}
        </div>
      </section>
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
