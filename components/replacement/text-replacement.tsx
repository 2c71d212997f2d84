"use client";

import { type FormEvent, useRef, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { EntryPickers } from "@/components/import/entry-picker";
import { ExistingArticleNotice } from "@/components/import/existing-article-notice";
import { focusText } from "@/components/import/focus-text";
import { replacementDraft } from "@/components/import/hand-over";
import { ImportNotes } from "@/components/import/import-notes";
import { ImportPanel } from "@/components/import/import-panel";
import { ImportQueue } from "@/components/import/import-queue";
import { ImportSubmit } from "@/components/import/import-submit";
import { EMPTY_DRAFT } from "@/components/import/import-types";
import { PreviewEditor } from "@/components/import/preview-editor";
import { useImportWork } from "@/components/import/use-import-work";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import { ClaimOutcomeList } from "./claim-outcome-list";
import { FoundDetailList } from "./found-detail-list";
import { detailsWith, foundDetails } from "./found-details";
import { OutdatedNotice } from "./outdated-notice";
import styles from "./replacement.module.css";
import type { ReplacedArticle, ReplacementActions } from "./replacement-types";
import { useFormerDraft } from "./use-former-draft";
import { useReplacementCheck } from "./use-replacement-check";

/**
 * Replaces the text of an article by an import: from an address, a file or pasted text, reviewed here like a new article. What happens to the
 * claims is shown before the text can be saved, always for the text that is on the page.
 */
export function TextReplacement({
  article: opened,
  versionId: openedVersion,
  actions,
}: {
  article: ReplacedArticle;
  /** The current version. */
  versionId: string;
  actions: ReplacementActions;
}) {
  const t = useWords("versions");
  const articles = useWords("articles");
  const [article, setArticle] = useState(opened);
  const [versionId, setVersionId] = useState(openedVersion);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState<"checking" | "saving" | null>(null);
  /** The text was to be saved before its claims were checked. */
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const outcomes = useRef<HTMLElement>(null);
  const work = useImportWork(replacementDraft(article.id), {
    onShow: () => {
      setFailure(null);
      setAsked(false);
    },
  });
  const { queue, ready, draft } = work;
  useFormerDraft(article.id, queue.add);
  const choices = useFormDraft(`replacement-details:${article.id}`, { chosen: [] as string[] });
  const { state, check } = useReplacementCheck(draft.doc, { articleId: article.id, versionId });
  const found = ready ? foundDetails(ready.read, article) : [];
  /** Another article of the desk that the new text looks like: it may have been meant for that one. */
  const other = ready?.read.known?.id === article.id ? null : ready?.read.known;
  const refusal = failure ?? (state.kind === "failed" ? state.failure : null);
  const outdated = refusal?.kind === "stale" ? refusal : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setFailure(null);
    if (state.kind !== "current") return showCheck();
    setPending("saving");
    const details = detailsWith(article, found, choices.value.chosen);
    const result = await attempt(() =>
      actions.replaceText({
        articleId: article.id,
        versionId,
        content: { format: "document", value: JSON.stringify(draft.doc) },
        ...(details && { details: { ...details, revision: article.revision } }),
      }),
    );
    if (!result.ok) {
      setPending(null);
      return setFailure(result.error);
    }
    choices.forget({ chosen: [] });
    const { exact, moved, changed, orphaned } = result.value.outcomes;
    const summary = new URLSearchParams({
      followed: String(exact + moved),
      waiting: String(changed + orphaned),
    });
    work.leave(`/desk/articles/${article.id}?${summary}`, { own: EMPTY_DRAFT, left: [] });
  }

  /** Shows what happens to the claims first: the text is saved when the button is pressed again. */
  async function showCheck() {
    setPending("checking");
    const result = await check();
    setPending(null);
    if (!result.ok) {
      // A text that can be checked shows its failure itself.
      if (state.kind === "none") setFailure(result.error);
      return;
    }
    setAsked(true);
    outcomes.current?.focus();
  }

  /** Goes on from the state that someone else stored meanwhile. */
  function catchUp(current: unknown) {
    setFailure(null);
    setAsked(false);
    if (isArticle(current)) setArticle({ ...article, ...current });
    else if (isVersion(current)) setVersionId(current.versionId);
  }

  const textErrors = messagesFor(refusal, "content") ?? messagesFor(refusal, "content.value");
  return (
    <div className={styles.replacement}>
      <RestoredNotice restored={work.form.restored} />
      <ImportPanel
        hint={t("replace.sources")}
        address={work.form.field("address")}
        onAdd={queue.add}
        onGoToText={() => focusText(form.current)}
      />
      {queue.items.length > 0 && (
        <ImportQueue
          items={queue.items}
          open={work.open}
          onOpen={work.show}
          onRetry={queue.retry}
          onRemove={work.remove}
        />
      )}
      <EntryPickers items={queue.items} onAdd={queue.add} />
      <Form
        ref={form}
        className={styles.replacement}
        onSubmit={submit}
        noValidate
        aria-label={articles("replace.title")}
      >
        {ready && <ImportNotes intro={t("replace.read")} notes={ready.read.notes} />}
        {other && <ExistingArticleNotice known={other} />}
        <PreviewEditor
          key={work.editorKey}
          label={t("replace.newText")}
          isReading={queue.isReadingPasted}
          doc={draft.doc}
          language={article.language}
          errors={textErrors}
          {...(ready?.read.differences && { differences: ready.read.differences })}
          onChange={(doc) => work.change({ doc })}
          onPaste={(pasted) => queue.add([pasted])}
        />
        <FoundDetailList
          found={found}
          chosen={choices.value.chosen}
          onChange={(chosen) => choices.change({ chosen })}
        />
        {state.kind !== "none" && !outdated && !textErrors && (
          <section ref={outcomes} className={styles.check} aria-labelledby="claims-in-new-text" tabIndex={-1}>
            <h2 id="claims-in-new-text">{t("replace.claims")}</h2>
            {isAsked && <Notice>{t("replace.reviewFirst")}</Notice>}
            <ClaimOutcomeList check={state} language={article.language} onRetry={check} />
          </section>
        )}
        {outdated && (
          <OutdatedNotice
            articleId={article.id}
            message={outdated.message}
            isText={!isArticle(outdated.current)}
            onCatchUp={() => catchUp(outdated.current)}
          />
        )}
        {failure && !outdated && !textErrors && <Notice tone="failure">{failure.message}</Notice>}
        <div className={styles.actions}>
          <ImportSubmit isReading={queue.isReadingPasted} pending={pending !== null}>
            {pending === "saving"
              ? t("replace.pending")
              : pending === "checking"
                ? t("replace.checking")
                : articles("replace.title")}
          </ImportSubmit>
          <a href={`/desk/articles/${article.id}`}>{t("replace.cancel")}</a>
        </div>
      </Form>
    </div>
  );
}

function isVersion(current: unknown): current is { versionId: string } {
  return typeof (current as { versionId?: unknown } | null)?.versionId === "string";
}

function isArticle(current: unknown): current is ReplacedArticle {
  return typeof (current as { revision?: unknown } | null)?.revision === "number";
}
