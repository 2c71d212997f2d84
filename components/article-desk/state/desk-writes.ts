import type { ShowMessage } from "@/components/article-desk/operations/message";
import { type ClaimDraft, contentOf, currentDraft } from "@/components/drafts/claim-draft";
import { outbox } from "@/components/live/outbox";
import { sendQueued } from "@/components/live/send-queued";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { claimOf, type DeskWrite } from "@/lib/live/desk-write";
import { ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";

/** Sends changes through the browser's outbox, so that each reaches the server once, even after a lost connection or a reload. */
export function createDeskWrites({
  articleId,
  language,
  showMessage,
}: {
  articleId: string;
  /** Of the messages, BCP 47. */
  language: string;
  showMessage: ShowMessage;
}) {
  const t = words("articles", language);

  /** Sends a write and shows a message if it has to wait for the server. @param label for the list of unsent changes */
  async function send(write: DeskWrite, label: string, draft: ClaimDraft | null = null) {
    const sent = await sendQueued({ articleId, write, label, draft });
    if (sent.ok && !sent.value.written) showMessage({ tone: "plain", text: t("queued") });
    return sent;
  }

  /** Saves a claim's form. The claim is null while the save is queued. */
  async function save(draft: ClaimDraft): Promise<Result<{ claim: Claim | null }, Failure>> {
    const content = contentOf(draft);
    const { claimId, revision, versionId, idempotencyKey, start, end } = draft;
    const assigned = draft.assignee ? { assignee: draft.assignee } : {};
    const sent = claimId
      ? await send(
          {
            kind: "claim.update",
            // A new key for each save: a form corrected after a refusal is a different write.
            input: { ...content, ...assigned, claimId, revision, operationId: crypto.randomUUID() },
          },
          t("write.update", { statement: draft.statement }),
          draft,
        )
      : await send(
          {
            kind: "claim.create",
            input: { ...content, ...assigned, articleId, versionId, idempotencyKey, anchor: { start, end } },
          },
          t("write.create", { statement: draft.statement }),
          draft,
        );
    if (!sent.ok) return sent;
    const { written } = sent.value;
    return ok({ claim: written?.kind === "claim" ? written.claim : null });
  }

  /** The form of a claim as last saved, if that save is still queued. */
  function queuedDraft(claimId: string): ClaimDraft | null {
    const queued = outbox
      .current()
      .writes.findLast(
        (each) => each.articleId === articleId && each.draft !== null && claimOf(each.write) === claimId,
      );
    return queued?.draft ? currentDraft(queued.draft) : null;
  }

  return { send, save, queuedDraft };
}

/** Whether this browser has changes that were not sent yet. */
export function hasPendingWrites(): boolean {
  return outbox.current().writes.length > 0;
}
