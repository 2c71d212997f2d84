"use client";

import { type FormEvent, useRef, useState } from "react";
import { useDesk } from "@/components/article-desk/state/desk-context";
import type { DetailsInput } from "@/components/article-desk/state/desk-types";
import { useStore } from "@/components/article-desk/state/use-store";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import styles from "./article-desk.module.css";

/** The details of the article, edited in place. */
export function ArticleDetails() {
  const t = useWords("articles");
  const { page, article: store } = useDesk();
  const article = useStore(store);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);
  /** The revision shown in the fields. Saving on this one, not on the latest, never overwrites changes that were not shown. */
  const shownRevision = useRef(article.revision);
  const [openCount, setOpenCount] = useState(0);

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
    const result = await attempt(() =>
      page.actions.updateDetails({ ...details, articleId: article.id, revision: shownRevision.current }),
    );
    setPending(false);
    setSaved(result.ok);
    setFailure(result.ok ? null : result.error);
    if (result.ok) {
      shownRevision.current = result.value.revision;
      const { revision } = result.value;
      store.update((before) => ({ ...before, ...details, revision }));
    } else if (result.error.kind === "stale") {
      // The fields keep what was typed. The next save is based on the newer revision, whose title the notice shows.
      const current = result.error.current as { revision: number; title: string };
      shownRevision.current = current.revision;
      store.update((before) => ({ ...before, revision: current.revision }));
    }
  }

  return (
    <details
      className={styles.details}
      onToggle={(event) => {
        if (!event.currentTarget.open || article.revision === shownRevision.current) return;
        shownRevision.current = article.revision;
        setOpenCount((before) => before + 1);
      }}
    >
      <summary>{t("details.summary")}</summary>
      <form key={openCount} className={styles.detailsForm} onSubmit={submit} noValidate>
        {failure?.kind === "stale" && (
          <Notice tone="failure">
            {failure.message}{" "}
            {t("details.currentTitle", { title: (failure.current as { title: string }).title })}
          </Notice>
        )}
        {failure && failure.kind !== "stale" && !(failure.kind === "invalid" && failure.fields) && (
          <Notice tone="failure">{failure.message}</Notice>
        )}
        <Field label={t("details.title")} errors={messagesFor(failure, "title")}>
          {(control) => <input {...control} name="title" defaultValue={article.title} required />}
        </Field>
        <div className={styles.detailsRow}>
          <Field label={t("details.publisher")} optional errors={messagesFor(failure, "publisher")}>
            {(control) => <input {...control} name="publisher" defaultValue={article.publisher ?? ""} />}
          </Field>
          <Field label={t("details.byline")} optional errors={messagesFor(failure, "byline")}>
            {(control) => <input {...control} name="byline" defaultValue={article.byline ?? ""} />}
          </Field>
          <Field label={t("details.publishedOn")} optional errors={messagesFor(failure, "publishedOn")}>
            {(control) => (
              <input {...control} name="publishedOn" type="date" defaultValue={article.publishedOn ?? ""} />
            )}
          </Field>
          <Field label={t("details.address")} optional errors={messagesFor(failure, "sourceUrl")}>
            {(control) => (
              <input {...control} name="sourceUrl" type="url" defaultValue={article.sourceUrl ?? ""} />
            )}
          </Field>
          <Field label={t("details.language")} errors={messagesFor(failure, "language")}>
            {(control) => <input {...control} name="language" defaultValue={article.language} />}
          </Field>
        </div>
        <div className={styles.row}>
          <Button type="submit" pending={pending}>
            {t("details.save")}
          </Button>
          {saved && <span role="status">{t("details.saved")}</span>}
        </div>
      </form>
    </details>
  );
}
