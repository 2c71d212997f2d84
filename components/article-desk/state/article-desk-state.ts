import { createChecklist } from "@/components/article-desk/checklist/create-checklist";
import { followFocus } from "@/components/article-desk/focus/follow-focus";
import { createClaimOperations } from "@/components/article-desk/operations/claim-operations";
import { afterNextStep, type Message } from "@/components/article-desk/operations/message";
import { Store } from "@/components/article-desk/operations/store";
import type { EditorRef } from "@/components/article-desk/text/editor-handle";
import { createFind } from "@/components/article-desk/text/find";
import type { Prefilled } from "@/components/drafts/claim-draft";
import { draftKeyFor } from "@/components/drafts/draft-key";
import { forgetStoredDraft } from "@/components/drafts/use-claim-draft";
import type { Claim } from "@/lib/claims/claim";
import { statementOf } from "@/lib/claims/statement-of";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import type { WriteResult } from "@/lib/live/desk-write";
import { isGuest } from "@/lib/policies/actor";
import { words } from "@/lib/words/words";
import { createAdjusting } from "./adjusting";
import type { ArticlePanelName } from "./article-panel";
import { articleReads } from "./article-reads";
import { createChoice } from "./choice";
import { createClaimMemory } from "./claim-memory";
import type { ArticleDeskProps, DeskArticleView } from "./desk-types";
import { createDeskWrites, hasPendingWrites } from "./desk-writes";
import { createOpenForm, type Passage } from "./open-form";
import { createQuickMark } from "./quick-mark";

export type ArticleDeskState = ReturnType<typeof createArticleDesk>;

/** The state of the article page in named parts. It is made once; components watch the stores that they read. */
export function createArticleDesk(
  props: ArticleDeskProps,
  { language, closeComments }: { language: string; closeComments: () => void },
) {
  const { version, actor } = props;
  const actions = { ...articleReads, ...props.actions };
  const articleId = props.article.id;
  const draftKey = draftKeyFor(actor.id, articleId);
  const t = words("articles", language);

  const editor: EditorRef = { current: null };
  const article = new Store(props.article);
  const message = new Store<Message | null>(props.notice);
  const selectedId = new Store(props.selectedId);
  const shared = { articleId, versionId: version.id, language, draftKey, showMessage: message.set };

  const nextStepBegins = () => message.update(afterNextStep);

  const writes = createDeskWrites(shared);
  const operations = createClaimOperations({
    ...shared,
    initial: props.claims,
    actions,
    send: (...write) => {
      nextStepBegins();
      return writes.send(...write);
    },
    hasPendingWrites,
    select: selectedId.set,
    openPage: (href) => location.assign(href),
    forgetDraft: (claimId) => forgetStoredDraft(draftKey, claimId),
  });
  const claims = { ...operations, ...followFocus(operations, selectedId) };
  const map = canonicalText(articleSchema.nodeFromJSON(version.doc));
  const memory = createClaimMemory();
  const prefill = (passage: Passage): Prefilled => ({
    ...memory.recall(passage.exact),
    statement: statementOf(map.text, passage, article.get().language),
  });
  const form = createOpenForm({ ...shared, queuedDraft: writes.queuedDraft, prefill });
  const quickMark = createQuickMark({
    ...shared,
    list: claims.list,
    prefill,
    save: writes.save,
    saved: claims.saved,
  });
  const choice = createChoice({
    list: claims.list,
    selectedId,
    editor,
    numbers: props.shownNumbers,
    closeComments,
    onChosen: nextStepBegins,
  });
  const adjusting = createAdjusting({ ...shared, selectedId, editor, setPosition: claims.setPosition });

  const checklist = createChecklist({
    ...shared,
    version,
    text: map.text,
    textLanguage: () => article.get().language,
    actor,
    claims: claims.list,
    editor,
    send: writes.send,
  });

  /** Applies an answer of the server unless the page shows a newer state. */
  function applyArticle(after: DeskArticleView): void {
    article.update((before) => (after.revision >= before.revision ? after : before));
  }

  /** Applies the result of a write that was queued when its sender stopped waiting. */
  function applySent(result: WriteResult): void {
    const claim = result.kind === "claim" ? result.claim : null;
    if (result.kind === "thread" || result.kind === "item" || (claim && claim.articleId !== articleId))
      return;
    claims.applyResult(result);
    const text = claim ? t("unsentSaved", { number: claim.number }) : t("unsentDeleted");
    message.set({ tone: "success", text });
  }

  return {
    /** What does not change while the page is open. */
    page: {
      articleId,
      version,
      /** The canonical text of the version, mapped to the positions of its document. */
      map,
      actor,
      isStaff: !isGuest(actor),
      people: props.people,
      actions,
      draftKey,
    },
    editor,
    article,
    applyArticle,
    message,
    claims: {
      ...claims,
      splitAtCaret: (claim: Claim) => claims.split(claim, editor.current?.caret() ?? null),
    },
    form: { ...form, save: writes.save, remember: memory.remember },
    quickMark,
    choice,
    adjusting,
    find: createFind(),
    /** What is open below the head of the article. */
    panel: new Store<ArticlePanelName | null>(null),
    checklist,
    applySent,
  };
}
