"use client";

import { type ClipboardEvent, type FormEvent, useRef, useState } from "react";
import { useDesk } from "@/components/article-desk/state/desk-context";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import styles from "./article-desk.module.css";

/** Replaces the article's text with a new version, which its claims are carried over to. */
export function ReplaceTextForm() {
  const t = useWords("articles");
  const { articleId, version, actions } = useDesk().page;
  const fold = useRef<HTMLDetailsElement>(null);
  const draft = useFormDraft(
    `replace:${articleId}`,
    { format: "text", value: "" },
    {
      onRestore: () => {
        if (fold.current) fold.current.open = true;
      },
    },
  );
  const { value } = draft.value;
  const format = draft.value.format === "html" ? "html" : "text";
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  /** Pastes rich text as HTML, so that its paragraphs, headings and links are not lost. */
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    if ((!html && !text) || value.trim() !== "") return;
    // Browsers take many seconds to paste the text of a book into a textarea; setting its value is instant.
    event.preventDefault();
    draft.change({ format: html ? "html" : format, value: html || text });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const result = await attempt(() =>
      actions.replaceText({ articleId, versionId: version.id, content: { format, value } }),
    );
    if (!result.ok) {
      setPending(false);
      return setFailure(result.error);
    }
    draft.forget();
    // Everything on the page belongs to the old version, so reload it.
    const { exact, moved, changed, orphaned } = result.value.outcomes;
    const summary = new URLSearchParams({
      followed: String(exact + moved),
      waiting: String(changed + orphaned),
    });
    window.location.assign(`/desk/articles/${articleId}?${summary}`);
  }

  return (
    <details ref={fold} className={styles.details}>
      <summary>{t("replace.title")}</summary>
      <form className={styles.detailsForm} onSubmit={submit} noValidate aria-label={t("replace.title")}>
        <p className={styles.hint}>{t("replace.hint", { number: version.number })}</p>
        <RestoredNotice restored={draft.restored} />
        {failure && !messagesFor(failure, "content") && <Notice tone="failure">{failure.message}</Notice>}
        <Field label={t("replace.newText")} errors={messagesFor(failure, "content")}>
          {(control) => <textarea {...control} rows={10} {...draft.field("value")} onPaste={paste} />}
        </Field>
        <div className={styles.row}>
          {(["text", "html"] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="format"
                checked={format === each}
                onChange={() => draft.change({ format: each })}
              />{" "}
              {each === "text" ? t("replace.plainText") : t("replace.html")}
            </label>
          ))}
          <Button type="submit" pending={pending}>
            {pending ? t("replace.pending") : t("replace.title")}
          </Button>
        </div>
      </form>
    </details>
  );
}
