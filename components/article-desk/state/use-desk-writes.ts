import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { type ClaimDraft, contentOf } from "@/components/drafts/claim-draft";
import type { QueuedWrite } from "@/components/live/outbox";
import { outbox } from "@/components/live/outbox";
import { sendQueued } from "@/components/live/send-queued";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { claimOf, type DeskWrite, type WriteResult } from "@/lib/live/desk-write";
import { ok, type Result } from "@/lib/result";
import type { Message } from "./message";

const NO_WRITES: readonly QueuedWrite[] = [];

/** Sends changes through the browser's outbox, so that each reaches the server once, even after a lost connection or a reload. */
export function useDeskWrites({
  articleId,
  showMessage,
}: {
  articleId: string;
  showMessage: (message: Message | null) => void;
}) {
  const t = useWords("articles");
  const all = useSyncExternalStore(
    (changed) => outbox.watch(changed),
    () => outbox.current().writes,
    () => NO_WRITES,
  );
  const queued = useMemo(() => all.filter((each) => each.articleId === articleId), [all, articleId]);

  /** Sends a write and shows a message if it has to wait for the server. @param label for the list of unsent changes */
  const send = useCallback(
    async (write: DeskWrite, label: string, draft: ClaimDraft | null = null) => {
      const sent = await sendQueued({ articleId, write, label, draft });
      if (sent.ok && !sent.value.written) showMessage({ tone: "plain", text: t("queued") });
      return sent;
    },
    [articleId, showMessage, t],
  );

  /** Saves a claim's form. The claim is null while the save is queued. */
  const save = useCallback(
    async (draft: ClaimDraft): Promise<Result<{ claim: Claim | null }, Failure>> => {
      const content = contentOf(draft);
      const { claimId, revision, versionId, idempotencyKey, start, end } = draft;
      const sent = claimId
        ? await send(
            {
              kind: "claim.update",
              // A new key for each save: a form corrected after a refusal is a different write.
              input: { ...content, claimId, revision, operationId: crypto.randomUUID() },
            },
            t("write.update", { statement: draft.statement }),
            draft,
          )
        : await send(
            {
              kind: "claim.create",
              input: { ...content, articleId, versionId, idempotencyKey, anchor: { start, end } },
            },
            t("write.create", { statement: draft.statement }),
            draft,
          );
      if (!sent.ok) return sent;
      const { written } = sent.value;
      return ok({ claim: written?.kind === "claim" ? written.claim : null });
    },
    [articleId, send, t],
  );

  /** The form of a claim as last saved, if that save is still queued. */
  const queuedDraft = useCallback(
    (claimId: string) =>
      queued.findLast(({ write, draft }) => draft !== null && claimOf(write) === claimId)?.draft ?? null,
    [queued],
  );
  /** Claims with changes that the server does not have yet. */
  const queuedIds = useMemo(() => queued.flatMap(({ write }) => claimOf(write) ?? []), [queued]);
  return { queuedIds, save, send, queuedDraft };
}

/** Whether this browser has changes that were not sent yet. */
export function hasPendingWrites(): boolean {
  return outbox.current().writes.length > 0;
}

/** Calls back with the result of each queued write once it was sent. */
export function useSentWrites(onSent: (result: WriteResult) => void): void {
  useEffect(() => outbox.onDone(onSent), [onSent]);
}
