import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { type ClaimDraft, contentOf } from "@/components/claims/claim-draft";
import type { KeptWrite } from "@/components/live/outbox";
import { outbox } from "@/components/live/outbox";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { claimOf, type DeskWrite } from "@/lib/live/desk-write";
import { ok, type Result } from "@/lib/result";
import type { ReviewActionName } from "@/lib/review/transition";
import type { Message } from "./use-claims";

const KEPT: Message = {
  tone: "plain",
  text: "There is no connection. This is kept in this browser, and sent when the server is back.",
};
const NONE: readonly KeptWrite[] = [];
const steps: Partial<Record<ReviewActionName, string>> = { leave_out: "leave out", take_in: "take in again" };

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

  const send = useCallback(
    async (
      write: DeskWrite,
      label: string,
      draft: ClaimDraft | null,
    ): Promise<Result<{ claim: Claim | null }, Failure>> => {
      try {
        const sent = await outbox.send({ articleId, write, label, draft });
        if (sent.kind === "refused") return { ok: false, error: sent.failure };
        if (sent.kind === "done") return ok({ claim: sent.claim });
        say(KEPT);
        return ok({ claim: null });
      } catch (cause) {
        console.error(cause);
        return {
          ok: false,
          error: {
            kind: "unavailable",
            message: "This browser keeps nothing just now, so it was not sent. What you typed is still here.",
          },
        };
      }
    },
    [articleId, say],
  );

  /** Saves a claim's form. */
  const save = useCallback(
    (draft: ClaimDraft) => {
      const content = contentOf(draft);
      const { claimId, revision, versionId, idempotencyKey, start, end } = draft;
      return claimId
        ? send(
            {
              kind: "claim.update",
              // A key for each save: a form that was refused and changed is another write.
              input: { ...content, claimId, revision, operationId: crypto.randomUUID() },
            },
            `Changed claim: ${draft.statement}`,
            draft,
          )
        : send(
            {
              kind: "claim.create",
              input: { ...content, articleId, versionId, idempotencyKey, anchor: { start, end } },
            },
            `New claim: ${draft.statement}`,
            draft,
          );
    },
    [articleId, send],
  );

  const sendReview = useCallback(
    (claim: Claim, action: ReviewActionName, words?: string) =>
      send(
        {
          kind: "claim.review",
          input: {
            claimId: claim.id,
            revision: claim.revision,
            action,
            note: words,
            operationId: crypto.randomUUID(),
          },
        },
        `Step of review: ${steps[action] ?? action} claim ${claim.number}${words ? ` (${words})` : ""}`,
        null,
      ),
    [send],
  );

  /** The form as it was last saved of a claim whose changes wait in the browser. */
  const waitingDraft = useCallback(
    (claimId: string) =>
      kept.findLast(({ write, draft }) => draft !== null && claimOf(write) === claimId)?.draft ?? null,
    [kept],
  );
  /** The claims that changed in this browser and not on the server yet. */
  const waiting = useMemo(() => kept.flatMap(({ write }) => claimOf(write) ?? []), [kept]);
  return { waiting, save, sendReview, waitingDraft };
}

/** Whether something that was written waits in this browser now. */
export function somethingWaits(): boolean {
  return outbox.current().writes.length > 0;
}

/** Takes in what the server answers to writes that waited. */
export function useSentClaims(articleId: string, take: (claim: Claim) => void): void {
  useEffect(() => outbox.onDone((claim) => claim.articleId === articleId && take(claim)), [articleId, take]);
}
