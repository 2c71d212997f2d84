"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useDesk } from "@/components/article-desk/state/desk-context";
import type { DeskArticleView, DetailsInput } from "@/components/article-desk/state/desk-types";
import { useCountedFinding } from "@/components/article-desk/state/use-counted-finding";
import { useSaveDetails } from "@/components/article-desk/state/use-save-details";
import { useStore } from "@/components/article-desk/state/use-store";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { FindingField } from "@/components/review/finding-field";
import { messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ArticleWatch } from "@/components/watching/article-watch";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import styles from "./article-desk.module.css";
import { ArticlePanel } from "./article-panel";

/** The details of the article, edited where they are shown. */
export function ArticleDetails() {
  const t = useWords("articles");
  const { article: store, panel } = useDesk();
  const article = useStore(store);
  const isOpen = useStore(panel) === "details";
  const counted = useCountedFinding();
  const save = useSaveDetails();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);
  /**
   * The revision shown in the fields. Saving on this one, not on the latest, never overwrites changes that were not shown. After a conflict it
   * is the newer one, but not in the draft: after a reload, the conflict must be shown again.
   */
  const shownRevision = useRef(article.revision);
  const draft = useFormDraft(`details:${article.id}`, fieldsOf(article), {
    typed: ({ revision: _, ...fields }) => fields,
    onRestore: (restored) => {
      shownRevision.current = restored.revision;
      panel.set("details");
    },
  });

  // While nothing is typed, shows what was stored since, by others or elsewhere on the page.
  const lastRevision = useRef(article.revision);
  useEffect(() => {
    // Not when the page opens: what was typed before a reload is not restored yet.
    if (lastRevision.current === article.revision && !isOpen) return;
    lastRevision.current = article.revision;
    if (!isOpen || article.revision === shownRevision.current || draft.isChanged) return;
    shownRevision.current = article.revision;
    draft.forget(fieldsOf(article));
  });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const text = (name: Exclude<keyof typeof draft.value, "revision">) => draft.value[name].trim() || null;
    const details: DetailsInput = {
      title: text("title") ?? "",
      publisher: text("publisher"),
      byline: text("byline"),
      sourceUrl: text("sourceUrl"),
      publishedOn: text("publishedOn"),
      language: text("language") ?? "en",
      finding: text("finding"),
    };
    setPending(true);
    const result = await save(details, shownRevision.current);
    setPending(false);
    setSaved(result.ok);
    setFailure(result.ok ? null : result.error);
    if (result.ok) {
      shownRevision.current = result.value.revision;
      const { revision } = result.value;
      draft.forget({ ...draft.value, revision });
    } else if (result.error.kind === "stale") {
      // The fields keep what was typed. The next save is based on the newer revision, whose title and finding the notice shows.
      shownRevision.current = (result.error.current as { revision: number }).revision;
    }
  }

  return (
    <ArticlePanel name="details" title={t("details.summary")}>
      <form className={styles.detailsForm} onSubmit={submit} noValidate>
        <RestoredNotice restored={draft.restored} />
        {failure?.kind === "stale" && (
          <Notice tone="failure">
            {failure.message} {t("details.currentTitle", { title: (failure.current as DetailsInput).title })}{" "}
            {(failure.current as DetailsInput).finding &&
              t("details.currentFinding", { finding: (failure.current as DetailsInput).finding })}
          </Notice>
        )}
        {failure && failure.kind !== "stale" && !(failure.kind === "invalid" && failure.fields) && (
          <Notice tone="failure">{failure.message}</Notice>
        )}
        <Field label={t("details.title")} errors={messagesFor(failure, "title")}>
          {(control) => <input {...control} {...draft.field("title")} required />}
        </Field>
        <div className={styles.detailsRow}>
          <Field label={t("details.publisher")} optional errors={messagesFor(failure, "publisher")}>
            {(control) => <input {...control} {...draft.field("publisher")} />}
          </Field>
          <Field label={t("details.byline")} optional errors={messagesFor(failure, "byline")}>
            {(control) => <input {...control} {...draft.field("byline")} />}
          </Field>
          <Field label={t("details.publishedOn")} optional errors={messagesFor(failure, "publishedOn")}>
            {(control) => <input {...control} {...draft.field("publishedOn")} type="date" />}
          </Field>
          <Field label={t("details.address")} optional errors={messagesFor(failure, "sourceUrl")}>
            {(control) => <input {...control} {...draft.field("sourceUrl")} type="url" />}
          </Field>
          <Field label={t("details.language")} errors={messagesFor(failure, "language")}>
            {(control) => <input {...control} {...draft.field("language")} />}
          </Field>
        </div>
        <FindingField
          {...draft.field("finding")}
          counted={counted}
          errors={messagesFor(failure, "finding")}
        />
        <div className={styles.row}>
          <Button type="submit" pending={pending}>
            {t("details.save")}
          </Button>
          {saved && <span role="status">{t("details.saved")}</span>}
        </div>
      </form>
      {isOpen && <ArticleWatch articleId={article.id} />}
    </ArticlePanel>
  );
}

/** The details as text to edit, with the revision that they are of. */
function fieldsOf({
  title,
  publisher,
  byline,
  publishedOn,
  sourceUrl,
  language,
  finding,
  revision,
}: DeskArticleView) {
  return {
    title,
    publisher: publisher ?? "",
    byline: byline ?? "",
    publishedOn: publishedOn ?? "",
    sourceUrl: sourceUrl ?? "",
    language,
    finding: finding ?? "",
    revision,
  };
}
