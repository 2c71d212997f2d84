"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type ClaimDraft, contentOf, draftOf, newDraft } from "@/components/claims/claim-draft";
import { ClaimForm } from "@/components/claims/claim-form";
import { type ClaimFilter, ClaimsPanel, NO_FILTER, passes } from "@/components/claims/claims-panel";
import { forgetKeptDraft, readKeptDraft } from "@/components/claims/use-claim-draft";
import { attempt } from "@/components/desk/attempt";
import { PublishPanel } from "@/components/review/publish-panel";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { assignLanes } from "@/lib/claims/assign-lanes";
import type { Claim } from "@/lib/claims/claim";
import type { ReviewActionName } from "@/lib/review/transition";
import styles from "./article-desk.module.css";
import { ArticleDetails } from "./article-details";
import { ArticleEditor, type TextRange } from "./article-editor";
import type { MarkedSpan } from "./claim-marks";
import { ClaimPicker } from "./claim-picker";
import { ClaimTicks } from "./claim-ticks";
import type { ArticleDeskProps } from "./desk-types";
import { ReplaceTextForm } from "./replace-text-form";
import { ShortcutSheet } from "./shortcut-sheet";
import { useDeskKeys } from "./use-desk-keys";

interface OpenForm {
  draft: ClaimDraft;
  restoredAt: string | null;
}

const FORM_IS_OPEN = "Save or discard the form that is open first: nothing you typed there is lost.";

type Message = { tone: "plain" | "failure" | "success"; text: string; undo?: () => void };

/** The article page of the desk: the text on the left, its claims on the right. */
export function ArticleDesk(props: ArticleDeskProps) {
  const { version, scale, actor, actions } = props;
  const articleId = props.article.id;
  const [article, setArticle] = useState(props.article);
  const [claims, setClaims] = useState(props.claims);
  const [selectedId, setSelectedId] = useState(props.selectedId);
  const [filter, setFilter] = useState<ClaimFilter>(NO_FILTER);
  const [form, setForm] = useState<OpenForm | null>(null);
  const [picker, setPicker] = useState<{ ids: string[]; at: { x: number; y: number } } | null>(null);
  const [message, setMessage] = useState<Message | null>(
    props.replaced && { tone: "success", text: replacedWords(props.replaced) },
  );
  const [pendingId, setPendingId] = useState<string | null>(null);

  // What was typed before a reload: this browser's copy, or the server's where it is newer.
  useEffect(() => {
    const subjects = ["new", ...props.claims.map((claim) => claim.id)];
    for (const subject of subjects) {
      const here = readKeptDraft(props.article.id, subject);
      const there = props.drafts.find((draft) => draft.subject === subject);
      const newest =
        here && (!there || here.at >= there.updatedAt)
          ? here
          : there && { body: there.body, at: there.updatedAt };
      // A claim that was to be marked in an older text has no place yet: marking a passage brings its words back.
      if (!newest || (subject === "new" && newest.body.versionId !== props.version.id)) continue;
      setForm({ draft: newest.body, restoredAt: newest.at });
      return;
    }
  }, [props.article.id, props.claims, props.drafts, props.version.id]);

  const spans = useMemo(
    () =>
      spansOf(
        claims.filter((claim) => passes(claim, filter)),
        scale.ratings,
      ),
    [claims, filter, scale],
  );
  const pendingRange = useMemo(
    () => (form && !form.draft.claimId ? { start: form.draft.start, end: form.draft.end } : null),
    [form],
  );

  const put = useCallback((claim: Claim) => {
    setClaims((before) => [...before.filter((each) => each.id !== claim.id), claim].sort(byPlace));
  }, []);

  const select = useCallback(
    (id: string) => {
      setPicker(null);
      setSelectedId(id);
      // A claim that the filter hides could not be shown.
      setFilter((before) =>
        claims.some((claim) => claim.id === id && passes(claim, before)) ? before : NO_FILTER,
      );
    },
    [claims],
  );
  const toggle = useCallback((id: string) => {
    setSelectedId((before) => (before === id ? null : id));
    document.querySelector(`[data-claim="${id}"]`)?.scrollIntoView({ block: "center", behavior: "smooth" });
  }, []);
  const pick = useCallback(
    (ids: string[], at: { x: number; y: number }) => {
      const [only, another] = ids;
      if (only && !another) select(only);
      else setPicker({ ids, at });
    },
    [select],
  );
  /** Selects a claim and brings its words into sight. */
  const goTo = useCallback(
    (id: string) => {
      select(id);
      document.querySelector(`[data-claim="${id}"]`)?.scrollIntoView({ block: "center" });
    },
    [select],
  );
  /** The claim whose bounds are being set. */
  const [adjusted, setAdjusted] = useState<Claim | null>(null);
  const selection = useRef<TextRange | null>(null);
  const noteSelection = useCallback((range: TextRange | null) => {
    selection.current = range;
    if (!range) setAdjusted(null);
  }, []);
  const closePicker = useCallback(() => setPicker(null), []);

  const mark = useCallback(
    (range: { start: number; end: number; exact: string } | null) => {
      if (!range)
        return setMessage({
          tone: "failure",
          text: "Nothing is selected. Select the words of the claim first.",
        });
      setMessage(null);
      setForm((open) => {
        if (!open) {
          const kept = readKeptDraft(articleId, "new");
          return kept && kept.body.versionId !== version.id
            ? { draft: { ...kept.body, ...range, versionId: version.id }, restoredAt: kept.at }
            : { draft: newDraft(version.id, range), restoredAt: null };
        }
        setMessage({ tone: "failure", text: FORM_IS_OPEN });
        return open;
      });
    },
    [articleId, version.id],
  );

  const edit = useCallback((claim: Claim) => {
    setForm((open) => {
      if (!open) {
        const kept = readKeptDraft(claim.articleId, claim.id);
        return kept ? { draft: kept.body, restoredAt: kept.at } : { draft: draftOf(claim), restoredAt: null };
      }
      if (open.draft.claimId !== claim.id) setMessage({ tone: "failure", text: FORM_IS_OPEN });
      return open;
    });
  }, []);

  const remove = useCallback(
    async (claim: Claim) => {
      setPendingId(claim.id);
      const result = await attempt(() =>
        actions.deleteClaim({ claimId: claim.id, revision: claim.revision }),
      );
      setPendingId(null);
      if (!result.ok) return setMessage({ tone: "failure", text: result.error.message });
      setClaims((before) => before.filter((each) => each.id !== claim.id));
      setSelectedId(null);
      forgetKeptDraft(claim.articleId, claim.id);
      setMessage({
        tone: "plain",
        text: `Claim ${claim.number} is deleted.`,
        undo: async () => {
          const back = await attempt(() => actions.undeleteClaim({ claimId: claim.id }));
          if (!back.ok) return setMessage({ tone: "failure", text: back.error.message });
          put(back.value);
          setSelectedId(claim.id);
          setMessage({ tone: "success", text: `Claim ${claim.number} is back.` });
        },
      });
    },
    [actions, put],
  );

  const settle = useCallback(
    async (claim: Claim, how: "confirm" | "selection", bounds: TextRange | null = selection.current) => {
      const place = how === "selection" ? bounds : null;
      if (how === "selection" && !place)
        return setMessage({
          tone: "failure",
          text: "Nothing is selected. Select the words of this claim in the article, then press the button again.",
        });
      setPendingId(claim.id);
      const result = await attempt(() =>
        actions.settleAnchor({
          claimId: claim.id,
          revision: claim.revision,
          versionId: claim.anchor.versionId,
          place: place && { start: place.start, end: place.end },
        }),
      );
      setPendingId(null);
      if (!result.ok) return setMessage({ tone: "failure", text: result.error.message });
      put(result.value);
      setAdjusted(null);
      setMessage({ tone: "success", text: `Claim ${claim.number} has its place.` });
    },
    [actions, put],
  );
  const adjust = useCallback((claim: Claim) => setAdjusted(claim), []);
  const bounds = useMemo(
    () =>
      adjusted && {
        number: adjusted.number,
        range: { start: adjusted.anchor.start, end: adjusted.anchor.end },
      },
    [adjusted],
  );

  const review = useCallback(
    async (claim: Claim, action: ReviewActionName, note?: string) => {
      setPendingId(claim.id);
      const result = await attempt(() =>
        actions.transitionClaim({ claimId: claim.id, revision: claim.revision, action, note }),
      );
      setPendingId(null);
      if (result.ok) {
        put(result.value);
        setMessage(null);
        return true;
      }
      if (result.error.kind === "stale") put(result.error.current as Claim);
      setMessage({ tone: "failure", text: result.error.message });
      return false;
    },
    [actions, put],
  );

  const drafts = claims.filter((claim) => claim.state === "draft" && !claim.leftOut && claim.verdict);
  async function submitAll() {
    let submitted = 0;
    for (const claim of drafts) if (await review(claim, "submit")) submitted += 1;
    if (submitted === drafts.length)
      setMessage({ tone: "success", text: `${submitted} claims are submitted for review.` });
  }

  const saveDraft = useCallback(
    (input: { subject: string; body: ClaimDraft }) =>
      actions.saveDraft({ ...input, articleId: props.article.id }),
    [actions, props.article.id],
  );

  const [help, setHelp] = useState(false);
  useDeskKeys((key) => {
    if (key === "help") return setHelp(true);
    const passing = claims.filter((claim) => passes(claim, filter));
    const place = passing.findIndex((claim) => claim.id === selectedId);
    if (key === "edit") {
      const open = passing[place];
      if (open && open.state !== "retired") edit(open);
      return;
    }
    if (key === "bounds") {
      const open = passing[place];
      if (adjusted) settle(adjusted, "selection");
      else if (open && open.state !== "retired" && open.anchor.outcome !== "orphaned") adjust(open);
      return;
    }
    const next = passing[key === "next" ? place + 1 : place === -1 ? passing.length - 1 : place - 1];
    if (!next) return;
    goTo(next.id);
    document.querySelector<HTMLElement>(`[data-claim-card="${next.id}"]`)?.focus({ preventScroll: true });
  });

  const shown = claims.filter((claim) => claim.state !== "retired" && !claim.leftOut);
  const approved = shown.filter((claim) => claim.state === "approved").length;
  const changed =
    article.currentPublication &&
    claims.some((claim) => claim.updatedAt > (article.currentPublication?.publishedAt ?? ""));

  return (
    <main id="content" className={styles.desk}>
      <header className={styles.header}>
        <div>
          <p className={styles.back}>
            <a href="/desk">← Articles</a>
          </p>
          <h1>{article.title}</h1>
          <p className={styles.meta}>
            {article.publisher && <span>{article.publisher}</span>}
            <span>
              {approved} of {shown.length} approved
            </span>
            {article.currentPublication ? (
              <span>
                <a href={`/articles/${article.slug}`}>Published</a>{" "}
                <RelativeTime at={article.currentPublication.publishedAt} />
                {changed && ", changed since"}
              </span>
            ) : (
              <span>Not published</span>
            )}
          </p>
          <ArticleDetails article={article} update={actions.updateDetails} onChange={setArticle} />
          <ReplaceTextForm articleId={article.id} version={version} replace={actions.replaceText} />
        </div>
        <div className={styles.publish}>
          <Button look="quiet" onClick={() => setHelp(true)}>
            Keyboard
          </Button>
          {drafts.length > 1 && (
            <Button pending={pendingId !== null} onClick={submitAll}>
              Submit all {drafts.length} drafts
            </Button>
          )}
          <PublishPanel
            article={article}
            claims={claims}
            actor={actor}
            publish={actions.publish}
            onSelect={select}
            onPublished={({ number }) => {
              setArticle({
                ...article,
                status: "published",
                revision: article.revision + 1,
                currentPublication: { number, publishedAt: new Date().toISOString() },
              });
              setMessage({ tone: "success", text: "The article is published: readers see it now." });
            }}
          />
        </div>
      </header>
      <div className={styles.columns}>
        <section className={styles.article} aria-label="Article">
          <ArticleEditor
            doc={version.doc}
            language={article.language}
            spans={spans}
            selectedId={selectedId}
            pending={pendingRange}
            bounds={bounds}
            onBounds={(range) => adjusted && settle(adjusted, "selection", range)}
            onSelect={noteSelection}
            onMark={mark}
            onPick={pick}
          />
        </section>
        <ClaimTicks spans={spans} length={version.length} selectedId={selectedId} onPick={goTo} />
        <aside className={styles.side} aria-label="Claims and their form">
          <div className={styles.messages} aria-live="polite">
            {message && (
              <Notice tone={message.tone}>
                {message.text}{" "}
                {message.undo && (
                  <Button look="quiet" onClick={message.undo}>
                    Undo
                  </Button>
                )}
                <Button look="quiet" onClick={() => setMessage(null)} aria-label="Dismiss this message">
                  ×
                </Button>
              </Notice>
            )}
          </div>
          {form && (
            <div className={styles.form}>
              <ClaimForm
                key={`${form.draft.claimId}-${form.draft.idempotencyKey}`}
                articleId={article.id}
                initial={form.draft}
                restoredAt={form.restoredAt}
                ratings={scale.ratings}
                saveDraft={saveDraft}
                suggestSources={actions.suggestSources}
                save={(draft) =>
                  attempt(() =>
                    draft.claimId
                      ? actions.updateClaim({
                          ...contentOf(draft),
                          claimId: draft.claimId,
                          revision: draft.revision,
                        })
                      : actions.createClaim({
                          ...contentOf(draft),
                          articleId: article.id,
                          versionId: draft.versionId,
                          idempotencyKey: draft.idempotencyKey,
                          anchor: { start: draft.start, end: draft.end },
                        }),
                  )
                }
                onSaved={(claim) => {
                  put(claim);
                  setSelectedId(claim.id);
                  setForm(null);
                  setMessage({ tone: "success", text: `Claim ${claim.number} is saved.` });
                }}
                onDiscard={() => {
                  const subject = form.draft.claimId ?? "new";
                  setForm(null);
                  attempt(() => actions.discardDraft({ articleId: article.id, subject })).then((result) => {
                    if (!result.ok) setMessage({ tone: "failure", text: result.error.message });
                  });
                }}
              />
            </div>
          )}
          <ClaimsPanel
            claims={claims}
            ratings={scale.ratings}
            filter={filter}
            onFilter={setFilter}
            selectedId={selectedId}
            pendingId={pendingId}
            actor={actor}
            onToggle={toggle}
            onEdit={edit}
            onDelete={remove}
            onReview={review}
            onSettle={settle}
            onBounds={adjust}
            loadHistory={actions.loadHistory}
          />
        </aside>
      </div>
      <ShortcutSheet open={help} onClose={() => setHelp(false)} />
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

function replacedWords({ followed, waiting }: { followed: number; waiting: number }): string {
  const claims = (count: number) => `${count} ${count === 1 ? "claim" : "claims"}`;
  const rest = waiting === 0 ? "" : `, ${claims(waiting)} ${waiting === 1 ? "waits" : "wait"} for you`;
  return `The text is replaced: ${claims(followed)} followed${rest}.`;
}

function byPlace(a: Claim, b: Claim): number {
  return a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || a.number - b.number;
}

/** How the claims that are shown are drawn; retired ones are not. */
function spansOf(claims: readonly Claim[], ratings: ArticleDeskProps["scale"]["ratings"]): MarkedSpan[] {
  const drawn = claims.filter((claim) => claim.state !== "retired" && claim.anchor.outcome !== "orphaned");
  const lanes = assignLanes(
    drawn.map((claim) => ({ id: claim.id, start: claim.anchor.start, end: claim.anchor.end })),
  );
  return drawn.map((claim) => {
    const rating = ratings.find((each) => each.key === claim.verdict?.ratingKey);
    return {
      id: claim.id,
      start: claim.anchor.start,
      end: claim.anchor.end,
      lane: lanes.get(claim.id) ?? 0,
      colour: rating?.colour ?? null,
      underline: rating?.underline ?? null,
    };
  });
}
