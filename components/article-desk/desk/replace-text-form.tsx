"use client";

import { type ClipboardEvent, type FormEvent, useState } from "react";
import type { DeskActions } from "@/components/article-desk/state/desk-types";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import styles from "./article-desk.module.css";

/** Gives the article a new version of its text; the claims follow. */
export function ReplaceTextForm({
  articleId,
  version,
  replace,
}: {
  articleId: string;
  version: { id: string; number: number };
  replace: DeskActions["replaceText"];
}) {
  const [format, setFormat] = useState<"text" | "html">("text");
  const [value, setValue] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  /** Rich text keeps its paragraphs, headings and links when it comes in as HTML. */
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    if ((!html && !text) || value.trim() !== "") return;
    // Browsers take many seconds to put a whole book into a field at the caret; as its value it is there at once.
    event.preventDefault();
    if (html) setFormat("html");
    setValue(html || text);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const result = await attempt(() =>
      replace({ articleId, versionId: version.id, content: { format, value } }),
    );
    if (!result.ok) {
      setPending(false);
      return setFailure(result.error);
    }
    // Everything on the page is of the old text: it is read anew.
    const { exact, moved, changed, orphaned } = result.value.outcomes;
    const summary = new URLSearchParams({
      followed: String(exact + moved),
      waiting: String(changed + orphaned),
    });
    window.location.assign(`/desk/articles/${articleId}?${summary}`);
  }

  return (
    <details className={styles.details}>
      <summary>Replace the text</summary>
      <form className={styles.detailsForm} onSubmit={submit} noValidate aria-label="Replace the text">
        <p className={styles.hint}>
          This is version {version.number}. Paste the newer text: the claims follow it, and those whose words
          were edited or are gone wait for you. Earlier versions are kept.
        </p>
        {failure && !messagesFor(failure, "content") && <Notice tone="failure">{failure.message}</Notice>}
        <Field label="The new text" errors={messagesFor(failure, "content")}>
          {(control) => (
            <textarea
              {...control}
              rows={10}
              value={value}
              onPaste={paste}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.row}>
          {(["text", "html"] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="format" checked={format === each} onChange={() => setFormat(each)} />{" "}
              {each === "text" ? "plain text, a paragraph a line" : "HTML"}
            </label>
          ))}
          <Button type="submit" pending={pending}>
            {pending ? "Replacing …" : "Replace the text"}
          </Button>
        </div>
      </form>
    </details>
  );
}
