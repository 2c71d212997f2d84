"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { CommandPalette } from "@/components/article-desk/commands/command-palette";
import { commandsFor } from "@/components/article-desk/commands/commands-for";
import { deskCommands } from "@/components/article-desk/commands/desk-commands";
import { ShortcutSheet } from "@/components/article-desk/commands/shortcut-sheet";
import { useDeskKeys } from "@/components/article-desk/commands/use-desk-keys";
import { ClaimPicker } from "@/components/article-desk/marks/claim-picker";
import { ClaimTicks } from "@/components/article-desk/marks/claim-ticks";
import { nearestClaims } from "@/components/article-desk/marks/nearest-claims";
import { spansOf } from "@/components/article-desk/marks/spans-of";
import { useAdjustHighlight } from "@/components/article-desk/marks/use-adjust-highlight";
import { useCoverage } from "@/components/article-desk/marks/use-coverage";
import type { ArticleDeskProps, DeskArticleView } from "@/components/article-desk/state/desk-types";
import type { ArticleEditorHandle } from "@/components/article-desk/state/editor-handle";
import type { Message } from "@/components/article-desk/state/message";
import { useClaimChoice } from "@/components/article-desk/state/use-claim-choice";
import { useClaimForm } from "@/components/article-desk/state/use-claim-form";
import { useClaims } from "@/components/article-desk/state/use-claims";
import {
  hasPendingWrites,
  useDeskWrites,
  useSentWrites,
} from "@/components/article-desk/state/use-desk-writes";
import { useScale } from "@/components/article-desk/state/use-scale";
import { ArticleEditor } from "@/components/article-desk/text/article-editor";
import { FindBar } from "@/components/article-desk/text/find-bar";
import { useFind } from "@/components/article-desk/text/use-find";
import { ClaimForm } from "@/components/claims/claim-form";
import { ClaimRulesProvider } from "@/components/claims/claim-rules";
import { ClaimsPanel } from "@/components/claims/claims-panel";
import { useAssignClaim } from "@/components/claims/use-claim-work";
import { ArticleComments } from "@/components/comments/article-comments";
import { useComments } from "@/components/comments/comments-context";
import { CommentsPanel } from "@/components/comments/comments-panel";
import { PassageComment } from "@/components/comments/passage-comment";
import { draftKeyFor } from "@/components/drafts/draft-key";
import { LiveNotices } from "@/components/live/live-notices";
import { PresenceLine } from "@/components/live/presence-line";
import { useLiveArticle } from "@/components/live/use-live-article";
import { usePresence } from "@/components/live/use-presence";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import type { WriteResult } from "@/lib/live/desk-write";
import { wordsByClaim } from "@/lib/live/presence";
import { isGuest } from "@/lib/policies/actor";
import styles from "./article-desk.module.css";
import { ArticleHeader } from "./article-header";
import { DeskMessage } from "./desk-message";

/** The article page of the desk: text on the left, claims on the right. */
export function ArticleDesk(props: ArticleDeskProps) {
  return (
    <ArticleComments
      articleId={props.article.id}
      versionId={props.version.id}
      actor={props.actor}
      given={props.comments}
    >
      <ClaimRulesProvider rules={props.rules}>
        <Desk {...props} />
      </ClaimRulesProvider>
    </ArticleComments>
  );
}

function Desk(props: ArticleDeskProps) {
  const { version, actor, actions, drafts, people } = props;
  const t = useWords("articles");
  const [article, setArticle] = useState(props.article);
  const [selectedId, setSelectedId] = useState(props.selectedId);
  const [message, showMessage] = useState<Message | null>(props.notice);
  const [openDialog, setOpenDialog] = useState<"keys" | "palette" | null>(null);
  const [focused, setFocused] = useState(false);
  const editor = useRef<ArticleEditorHandle>(null);
  const showFailure = useCallback((text: string) => showMessage({ tone: "failure", text }), []);
  const scale = useScale(article, props.scale, actions.loadScale, showFailure);
  const map = useMemo(() => canonicalText(articleSchema.nodeFromJSON(version.doc)), [version.doc]);

  const draftKey = draftKeyFor(actor.id, article.id);
  const writes = useDeskWrites({ articleId: article.id, showMessage });
  const desk = useClaims({
    articleId: article.id,
    draftKey,
    versionId: version.id,
    initial: props.claims,
    actions,
    send: writes.send,
    showMessage,
    onSelect: setSelectedId,
  });
  const { claims } = desk;
  const { applyResult, applyChanges } = desk;
  const assign = useAssignClaim(actions.assignClaims, desk.step);
  const applyChanged = useCallback(
    (changed: readonly Claim[]) => applyChanges({ claims: changed, gone: [] }),
    [applyChanges],
  );
  const onSent = useCallback(
    (result: WriteResult) => {
      const claim = result.kind === "claim" ? result.claim : null;
      if (result.kind === "thread" || (claim && claim.articleId !== article.id)) return;
      applyResult(result);
      const text = claim ? t("unsentSaved", { number: claim.number }) : t("unsentDeleted");
      showMessage({ tone: "success", text });
    },
    [article.id, applyResult, t],
  );
  useSentWrites(onSent);
  const applyArticle = useCallback(
    (after: DeskArticleView) => setArticle((before) => (after.revision >= before.revision ? after : before)),
    [],
  );
  const others = useLiveArticle({
    articleId: article.id,
    actorId: actor.id,
    versionId: version.id,
    seq: props.seq,
    claims,
    take: desk.applyChanges,
    onArticle: applyArticle,
  });
  const { form, mark, edit, close } = useClaimForm({
    draftKey,
    versionId: version.id,
    claims: props.claims,
    drafts,
    queuedDraft: writes.queuedDraft,
    showMessage,
  });

  const comments = useComments();
  const { close: closeComments } = comments;

  const { shown, filter, setFilter, picker, select, goTo, toggle, pick, closePicker, step } = useClaimChoice({
    claims,
    selectedId,
    onSelectedId: setSelectedId,
    editor,
    onSelect: closeComments,
  });
  const presence = usePresence({
    articleId: article.id,
    actorId: actor.id,
    claimId: form ? form.draft.claimId : selectedId,
    editing: form !== null,
  });
  const presenceByClaim = useMemo(() => wordsByClaim(presence), [presence]);
  const cardNotes = useMemo(
    () => new Map([...presenceByClaim, ...writes.queuedIds.map((id) => [id, t("waitingToBeSent")] as const)]),
    [presenceByClaim, t, writes.queuedIds],
  );
  const spans = useMemo(
    () => spansOf(shown, scale.ratings, presenceByClaim),
    [shown, scale, presenceByClaim],
  );
  const selected = claims.find((claim) => claim.id === selectedId) ?? null;
  const { setPosition, split } = desk;
  const { canMove, adjusted, adjust, moveTo, onSelectionChange } = useAdjustHighlight({
    // Guests can't change highlights.
    selected: isGuest(actor) ? null : selected,
    editor,
    setPosition,
    onSelect: setSelectedId,
    showMessage,
  });
  const pendingRange = useMemo(
    () => (form && !form.draft.claimId ? { start: form.draft.start, end: form.draft.end } : comments.passage),
    [form, comments.passage],
  );
  const latest = useRef(claims);
  latest.current = claims;
  const splitAtCaret = useCallback((claim: Claim) => split(claim, editor.current?.caret() ?? null), [split]);
  const show = useCallback((range: { start: number; end: number }) => editor.current?.select(range), []);
  const neighboursOf = useCallback((claim: Claim) => nearestClaims(claim, latest.current), []);

  const reveal = useCallback((offset: number) => editor.current?.reveal(offset), []);
  const find = useFind(map.text, reveal);
  const coverage = useCoverage(map.text, article.language, spans);
  function nextUnmarked() {
    const unmarked = coverage?.unmarked ?? [];
    const from = editor.current?.caret() ?? 0;
    const next = unmarked.find(({ start }) => start >= from) ?? unmarked[0];
    if (next) editor.current?.select(next);
    else showMessage({ tone: "success", text: t("allMarked") });
  }

  const selection = () => editor.current?.selection(false) ?? null;
  const commands = commandsFor(
    actor,
    deskCommands({
      ratings: scale.ratings,
      selected,
      canMove,
      adjusted,
      focused,
      mark: () => mark(selection()),
      comment: () => comments.begin(selection()),
      step,
      nextUnmarked,
      edit,
      adjust,
      moveToSelection: (claim) => moveTo(claim, "selection"),
      swapEnds: () => editor.current?.swapEnds(),
      split: splitAtCaret,
      duplicate: desk.duplicate,
      remove: desk.remove,
      undo: desk.undo,
      redo: desk.redo,
      find: () => find.search(""),
      toggleFocus: () => setFocused(!focused),
      open: setOpenDialog,
    }),
  );
  useDeskKeys(commands);

  const toSubmit = claims.filter(
    (claim) => !isGuest(actor) && claim.state === "draft" && !claim.excluded && claim.verdict,
  );
  async function submitAll() {
    let submitted = 0;
    for (const claim of toSubmit) if (await desk.review(claim, "submit")) submitted += 1;
    if (submitted === toSubmit.length && !hasPendingWrites())
      showMessage({ tone: "success", text: t("claimsSubmitted", { count: submitted }) });
  }
  const saveDraft = useCallback(
    (input: { subject: string; body: unknown }) => actions.saveDraft({ ...input, articleId: article.id }),
    [actions, article.id],
  );

  return (
    <main id="content" className={styles.desk}>
      <ArticleHeader
        article={article}
        version={version}
        claims={claims}
        coverage={coverage}
        actor={actor}
        people={people}
        actions={actions}
        presence={
          <PresenceLine
            people={presence}
            numberOf={(id) => claims.find((claim) => claim.id === id)?.number}
          />
        }
        toSubmit={toSubmit.length}
        pending={desk.pendingId !== null}
        onChange={setArticle}
        onSelect={goTo}
        onPublished={desk.published}
        onSubmitAll={submitAll}
        onNextUnmarked={nextUnmarked}
        onCommands={() => setOpenDialog("palette")}
        onKeys={() => setOpenDialog("keys")}
        showMessage={showMessage}
      />
      <div className={styles.columns}>
        <section className={styles.article} aria-label={t("article")}>
          {find.query !== null && (
            <FindBar
              query={find.query}
              count={find.count}
              at={find.at}
              onQuery={find.search}
              onStep={find.step}
              onClose={() => {
                find.search(null);
                editor.current?.focus();
              }}
            />
          )}
          <ArticleEditor
            ref={editor}
            doc={version.doc}
            map={map}
            language={article.language}
            spans={spans}
            selectedId={selectedId}
            pending={pendingRange}
            found={find.lights}
            adjusted={adjusted}
            draggable={(canMove && spans.find((span) => span.id === selectedId)) || null}
            focused={focused}
            onAdjust={(range) => adjusted && range && moveTo(adjusted, range)}
            onDrag={(range) => selected && moveTo(selected, range)}
            onSelectionChange={onSelectionChange}
            commented={comments.commented}
            onMark={isGuest(actor) ? null : mark}
            onPick={pick}
            onComment={comments.begin}
            onThread={comments.show}
          />
        </section>
        <ClaimTicks spans={spans} length={map.text.length} selectedId={selectedId} onPick={goTo} />
        <aside className={styles.side} aria-label={t("claims")}>
          <LiveNotices {...others} onShow={() => window.location.assign(`/desk/articles/${article.id}`)} />
          <DeskMessage message={message} onDismiss={() => showMessage(null)} />
          {form && (
            <div className={styles.form}>
              <ClaimForm
                key={`${form.draft.claimId}-${form.draft.idempotencyKey}`}
                draftKey={draftKey}
                initial={form.draft}
                restoredAt={form.restoredAt}
                newer={claims.find((claim) => claim.id === form.draft.claimId) ?? null}
                ratings={scale.ratings}
                saveDraft={saveDraft}
                suggestSources={actions.suggestSources}
                lookup={actions}
                save={writes.save}
                onSaved={(claim) => {
                  close();
                  if (!claim) return;
                  desk.saved(claim, form.draft.claimId === null);
                  setSelectedId(claim.id);
                  showMessage({ tone: "success", text: t("claimSaved", { number: claim.number }) });
                }}
                onDiscard={() => {
                  const subject = form.draft.claimId ?? "new";
                  close();
                  attempt(() => actions.discardDraft({ articleId: article.id, subject })).then((result) => {
                    if (!result.ok) showMessage({ tone: "failure", text: result.error.message });
                  });
                }}
              />
            </div>
          )}
          {comments.passage && (
            <div className={styles.form}>
              <PassageComment
                key={`${comments.passage.start}-${comments.passage.end}`}
                passage={comments.passage}
                onSent={() => showMessage({ tone: "success", text: t("commentAdded") })}
              />
            </div>
          )}
          {comments.isOpen && <CommentsPanel claims={claims} onClaim={goTo} onPassage={show} />}
          {focused && selected && (
            <p className={styles.focusedNote}>
              {t("showingOneClaim")}{" "}
              <Button look="quiet" onClick={() => setFocused(false)}>
                {t("showAll")}
              </Button>
            </p>
          )}
          <ClaimsPanel
            hidden={comments.isOpen}
            claims={claims}
            ratings={scale.ratings}
            filter={filter}
            focused={focused}
            onFilter={setFilter}
            selectedId={selectedId}
            pendingId={desk.pendingId}
            here={cardNotes}
            actor={actor}
            onToggle={toggle}
            onEdit={edit}
            onDelete={desk.remove}
            onReview={desk.review}
            onConfirmPosition={moveTo}
            onShow={show}
            onAdjust={adjust}
            onDuplicate={desk.duplicate}
            onSplit={splitAtCaret}
            onMerge={desk.merge}
            neighboursOf={neighboursOf}
            suggestPositions={actions.suggestPositions}
            loadHistory={actions.loadHistory}
            checkEvidenceCopies={actions.checkEvidenceCopies}
            loadBallot={actions.loadBallot}
            onRate={desk.rate}
            people={people}
            onAssign={assign}
            batch={actions.batchClaims}
            onChanged={applyChanged}
          />
        </aside>
      </div>
      {openDialog === "keys" && <ShortcutSheet commands={commands} onClose={() => setOpenDialog(null)} />}
      {openDialog === "palette" && (
        <CommandPalette
          commands={commands.filter(({ id }) => id !== "palette")}
          claims={claims}
          onGoTo={goTo}
          onClose={() => setOpenDialog((before) => (before === "palette" ? null : before))}
        />
      )}
      {picker && (
        <ClaimPicker
          claims={picker.ids.flatMap((id) => claims.filter((claim) => claim.id === id))}
          ratings={scale.ratings}
          at={picker.at}
          onPick={select}
          onClose={closePicker}
        />
      )}
    </main>
  );
}
