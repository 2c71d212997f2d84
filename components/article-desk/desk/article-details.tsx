"use client";

import { type FormEvent, useRef, useState } from "react";
import type { DeskActions, DeskArticleView, DetailsInput } from "@/components/article-desk/state/desk-types";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import styles from "./article-desk.module.css";

/** What the article is known by; edited in place. */
export function ArticleDetails({
  article,
  update,
  onChange,
}: {
  article: DeskArticleView;
  update: DeskActions["updateDetails"];
  onChange: (article: DeskArticleView) => void;
}) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);
  /** The revision whose fields one sees: the article may change meanwhile, and what was not seen is not to be overwritten. */
  const seen = useRef(article.revision);
  const [opened, setOpened] = useState(0);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim() || null;
    const details: DetailsInput = {
      title: text("title") ?? "",
      publisher: text("publisher"),
      byline: text("byline"),
      sourceUrl: text("sourceUrl"),
      publishedOn: text("publishedOn"),
      language: text("language") ?? "en",
    };
    setPending(true);
    const result = await attempt(() => update({ ...details, articleId: article.id, revision: seen.current }));
    setPending(false);
    setSaved(result.ok);
    setFailure(result.ok ? null : result.error);
    if (result.ok) {
      seen.current = result.value.revision;
      onChange({ ...article, ...details, revision: result.value.revision });
    } else if (result.error.kind === "stale") {
      // What was typed stays in the fields; the next save is made on the newer state, which stands above.
      const current = result.error.current as { revision: number; title: string };
      seen.current = current.revision;
      onChange({ ...article, revision: current.revision });
    }
  }

  return (
    <details
      className={styles.details}
      onToggle={(event) => {
        if (!event.currentTarget.open || article.revision === seen.current) return;
        seen.current = article.revision;
        setOpened((before) => before + 1);
      }}
    >
      <summary>Details</summary>
      <form key={opened} className={styles.detailsForm} onSubmit={submit} noValidate>
        {failure?.kind === "stale" && (
          <Notice tone="failure">
            {failure.message} The title is now “{(failure.current as { title: string }).title}”.
          </Notice>
        )}
        {failure && failure.kind !== "stale" && !(failure.kind === "invalid" && failure.fields) && (
          <Notice tone="failure">{failure.message}</Notice>
        )}
        <Field label="Title" errors={messagesFor(failure, "title")}>
          {(control) => <input {...control} name="title" defaultValue={article.title} required />}
        </Field>
        <div className={styles.detailsRow}>
          <Field label="Publisher" optional errors={messagesFor(failure, "publisher")}>
            {(control) => <input {...control} name="publisher" defaultValue={article.publisher ?? ""} />}
          </Field>
          <Field label="Byline" optional errors={messagesFor(failure, "byline")}>
            {(control) => <input {...control} name="byline" defaultValue={article.byline ?? ""} />}
          </Field>
          <Field label="Published on" optional errors={messagesFor(failure, "publishedOn")}>
            {(control) => (
              <input {...control} name="publishedOn" type="date" defaultValue={article.publishedOn ?? ""} />
            )}
          </Field>
          <Field label="Address" optional errors={messagesFor(failure, "sourceUrl")}>
            {(control) => (
              <input {...control} name="sourceUrl" type="url" defaultValue={article.sourceUrl ?? ""} />
            )}
          </Field>
          <Field label="Language" errors={messagesFor(failure, "language")}>
            {(control) => <input {...control} name="language" defaultValue={article.language} />}
          </Field>
        </div>
        <div className={styles.row}>
          <Button type="submit" pending={pending}>
            Save details
          </Button>
          {saved && <span role="status">Saved</span>}
        </div>
      </form>
    </details>
  );
}
