import { isSameForm } from "@/components/drafts/claim-draft";
import { isSameComment, readDraft, storeCommentDraft } from "@/components/drafts/comment-draft";
import { draftKeyFor, reviewNoteName } from "@/components/drafts/draft-key";
import { forgetStoredDraft, readStoredDraft } from "@/components/drafts/use-claim-draft";
import { forgetStoredText } from "@/components/drafts/use-stored-text";
import { browserStorage } from "@/components/storage/browser-storage";
import type { QueuedWrite } from "./queued-write";

/**
 * Removes the draft of a write that the outbox has: the page was left before its form learnt that it was stored. A draft that was changed
 * since stays.
 */
export async function forgetSentDraft(queued: QueuedWrite): Promise<void> {
  const { actorId, articleId, draft, comment, write } = queued;
  // Large drafts are found a moment later.
  await browserStorage.ready();
  const storageKey = draftKeyFor(actorId, articleId);
  if (draft) {
    const subject = draft.claimId ?? "new";
    const stored = readStoredDraft(storageKey, subject);
    if (stored && isSameForm(stored.body, draft)) forgetStoredDraft(storageKey, subject);
  }
  if (comment) {
    const stored = readDraft(storageKey, comment.subject);
    if (stored && isSameComment(stored, comment.draft))
      void storeCommentDraft(storageKey, comment.subject, null);
  }
  if (write.kind === "claim.review" && write.input.note) {
    const { claimId, action, note } = write.input;
    forgetStoredText(reviewNoteName(actorId, claimId, action), note);
  }
}
