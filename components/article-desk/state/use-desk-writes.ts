import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { type ClaimDraft, contentOf } from "@/components/drafts/claim-draft";
import { outbox } from "@/components/live/outbox";
import type { QueuedWrite } from "@/components/live/queued-write";
import { sendQueued } from "@/components/live/send-queued";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { claimOf, type DeskWrite, type WriteResult } from "@/lib/live/desk-write";
import { ok, type Result } from "@/lib/result";
import type { Message } from "./message";

const KEPT: Message = {
  tone: "plain",
  text: "There is no connection. This is kept in this browser, and sent when the server is back.",
};
const NONE: readonly QueuedWrite[] = [];

/** What one writes on an article's page goes through the browser's outbox, so that it is sent once, whatever happens on the way. */
export function useDeskWrites({
  articleId,
  say,
}: {
  articleId: string;
  say: (message: Message | null) => void;
}) {
  const all = useSyncExternalStore(
    (changed) => outbox.watch(changed),
    () => outbox.current().writes,
    () => NONE,
  );
  const kept = useMemo(() => all.filter((each) => each.articleId === articleId), [all, articleId]);

  /** Sends a write; where it has to wait for the server, that is told. @param label what it is, for a list */
  const send = useCallback(
    async (write: DeskWrite, label: string, draft: ClaimDraft | null = null) => {
      const sent = await sendQueued({ articleId, write, label, draft });
      if (sent.ok && !sent.value.written) say(KEPT);
      return sent;
    },
    [articleId, say],
  );

  /** Saves a claim's form; the claim is null while it waits. */
  const save = useCallback(
    async (draft: ClaimDraft): Promise<Result<{ claim: Claim | null }, Failure>> => {
      const content = contentOf(draft);
      const { claimId, revision, versionId, idempotencyKey, start, end } = draft;
      const sent = claimId
        ? await send(
            {
              kind: "claim.update",
              // A key for each save: a form that was refused and changed is another write.
              input: { ...content, claimId, revision, operationId: crypto.randomUUID() },
            },
            `Changed claim: ${draft.statement}`,
            draft,
          )
        : await send(
            {
              kind: "claim.create",
              input: { ...content, articleId, versionId, idempotencyKey, anchor: { start, end } },
            },
            `New claim: ${draft.statement}`,
            draft,
          );
      if (!sent.ok) return sent;
      const { written } = sent.value;
      return ok({ claim: written?.kind === "claim" ? written.claim : null });
    },
    [articleId, send],
  );

  /** The form as it was last saved of a claim whose changes wait in the browser. */
  const waitingDraft = useCallback(
    (claimId: string) =>
      kept.findLast(({ write, draft }) => draft !== null && claimOf(write) === claimId)?.draft ?? null,
    [kept],
  );
  /** The claims that changed in this browser and not on the server yet. */
  const waiting = useMemo(() => kept.flatMap(({ write }) => claimOf(write) ?? []), [kept]);
  return { waiting, save, send, waitingDraft };
}

/** Whether something that was written waits in this browser now. */
export function hasPendingWrites(): boolean {
  return outbox.current().writes.length > 0;
}

/** Takes in what the server answers to writes that waited. */
export function useSentWrites(take: (written: WriteResult) => void): void {
  useEffect(() => outbox.onDone(take), [take]);
}
