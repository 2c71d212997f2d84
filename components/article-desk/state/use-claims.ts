import { useCallback, useMemo, useState } from "react";
import { forgetStoredDraft } from "@/components/drafts/use-claim-draft";
import type { SentWrite } from "@/components/live/send-queued";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import type { TextRange } from "@/lib/anchoring/reanchor";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Failure } from "@/lib/failure";
import type { DeskWrite, WriteResult } from "@/lib/live/desk-write";
import type { Result } from "@/lib/result";
import type { ReviewActionName } from "@/lib/review/transition";
import {
  type LabelledWrite,
  operationWrite,
  positionWrite,
  ratingWrite,
  reviewWrite,
  undeleteWrite,
} from "./claim-writes";
import type { DeskActions } from "./desk-types";
import type { Message, Outcome } from "./message";
import type { Operation } from "./undo-history";
import { useClaimList } from "./use-claim-list";
import { useUndo } from "./use-undo";

interface Options {
  articleId: string;
  /** Where this browser stores drafts: `draftKeyFor`. */
  draftKey: string;
  versionId: string;
  /** Claims as the server sent them. */
  initial: Claim[];
  actions: DeskActions;
  /** Sends a write, or queues it in the browser while the server is unreachable. */
  send: (write: DeskWrite, label: string) => Promise<Result<SentWrite, Failure>>;
  /** Shows a message to the editor; null clears it. */
  showMessage: (message: Message | null) => void;
  onSelect: (id: string | null) => void;
}

/** The claims of an article, and every action on them except editing in the form. */
export function useClaims({
  articleId,
  draftKey,
  versionId,
  initial,
  actions,
  send,
  showMessage,
  onSelect,
}: Options) {
  const t = useWords("articles");
  const common = useWords("common");
  const { claims, find, put, drop, applyChanges, published } = useClaimList(versionId, initial);
  const [pendingId, setPendingId] = useState<string | null>(null);

  /** Calls the server while the claim is shown as pending. A failure is shown, and the claim updated if the failure carries a newer state. */
  const callServer = useCallback(
    async <T>(id: string, call: () => Promise<Result<T, Failure>>): Promise<T | null> => {
      setPendingId(id);
      const result = await attempt(call);
      setPendingId(null);
      if (result.ok) return result.value;
      if (result.error.kind === "stale" && isClaim(result.error.current)) put(result.error.current);
      showMessage({ tone: "failure", text: result.error.message });
      return null;
    },
    [put, showMessage],
  );

  /** Applies the result of a write. */
  const applyResult = useCallback(
    (result: WriteResult) => {
      if (result.kind === "claim") put(result.claim);
      if (result.kind === "deleted") drop(result.claimId);
    },
    [drop, put],
  );
  const write = useCallback(
    async (claimId: string, labelled: LabelledWrite): Promise<Outcome> => {
      const sent = await callServer(claimId, () => send(labelled.write, labelled.label));
      if (!sent) return "failed";
      if (!sent.written) return "queued";
      applyResult(sent.written);
      return "done";
    },
    [callServer, send, applyResult],
  );

  const perform = useCallback(
    async (operation: Operation): Promise<Outcome> => {
      const { claimId } = operation;
      if (operation.kind === "undelete") return write(claimId, undeleteWrite(claimId));
      const claim = find(claimId);
      if (claim) return write(claimId, operationWrite(operation, claim, versionId));
      showMessage({ tone: "failure", text: t("undo.claimMissing") });
      return "failed";
    },
    [find, showMessage, t, versionId, write],
  );

  const { addToHistory, go } = useUndo({ articleId, versionId, perform, onSelect, showMessage });

  /** Adds a claim that was just saved. Creating one can be undone. */
  const saved = useCallback(
    (claim: Claim, isNew: boolean) => {
      if (isNew)
        addToHistory({
          label: t("undo.mark", { number: claim.number }),
          undo: [{ kind: "delete", claimId: claim.id }],
          redo: [{ kind: "undelete", claimId: claim.id }],
        });
      put(claim);
    },
    [addToHistory, put, t],
  );

  const remove = useCallback(
    async (claim: Claim) => {
      const outcome = await perform({ kind: "delete", claimId: claim.id });
      if (outcome === "failed") return;
      addToHistory({
        label: t("undo.delete", { number: claim.number }),
        undo: [{ kind: "undelete", claimId: claim.id }],
        redo: [{ kind: "delete", claimId: claim.id }],
      });
      onSelect(null);
      forgetStoredDraft(draftKey, claim.id);
      if (outcome === "queued") return;
      showMessage({
        tone: "plain",
        text: t("claimDeleted", { number: claim.number }),
        action: { label: common("undo"), run: () => go("undo") },
      });
    },
    [addToHistory, common, draftKey, go, onSelect, perform, showMessage, t],
  );

  /** Moves a claim to a range, or, with null, confirms the position that was found for it. */
  const setPosition = useCallback(
    async (claim: Claim, range: TextRange | null) => {
      const outcome = await write(claim.id, positionWrite(claim, claim.anchor.versionId, range));
      if (outcome === "failed") return;
      const isAdjusted = range !== null && !needsChecking(claim.anchor);
      // A confirmed position can't be undone: nothing brings "needs checking" back.
      if (isAdjusted)
        addToHistory({
          label: t("undo.adjust", { number: claim.number }),
          undo: [rangeOperation(claim)],
          redo: [{ kind: "bounds", claimId: claim.id, start: range.start, end: range.end }],
        });
      if (outcome === "done")
        showMessage({
          tone: "success",
          text: t(isAdjusted ? "highlightAdjusted" : "positionConfirmed", { number: claim.number }),
        });
    },
    [addToHistory, showMessage, t, write],
  );

  /** Runs a server action that changes a claim. */
  const step = useCallback(
    async (claim: Claim, call: () => Promise<Result<Claim, Failure>>) => {
      const updated = await callServer(claim.id, call);
      if (!updated) return false;
      put(updated);
      showMessage(null);
      return true;
    },
    [callServer, put, showMessage],
  );
  const review = useCallback(
    async (claim: Claim, action: ReviewActionName, note?: string) => {
      const outcome = await write(claim.id, reviewWrite(claim, action, note));
      if (outcome === "done") showMessage(null);
      return outcome !== "failed";
    },
    [showMessage, write],
  );
  /** Rates a claim: as a vote, or as the final rating of a disputed claim. */
  const rate = useCallback(
    async (kind: "vote" | "settle", claim: Claim, rating: { ratingKey: string; note: string }) => {
      const outcome = await write(claim.id, ratingWrite(kind, claim, rating));
      if (outcome === "done") showMessage(null);
      return outcome !== "failed";
    },
    [showMessage, write],
  );

  const duplicate = useCallback(
    async (claim: Claim) => {
      const { start, end } = claim.anchor;
      const input = {
        ...contentOfClaim(claim),
        articleId,
        versionId,
        idempotencyKey: crypto.randomUUID(),
        anchor: { start, end },
      };
      const sent = await callServer(claim.id, () =>
        send({ kind: "claim.create", input }, t("write.duplicate", { number: claim.number })),
      );
      if (sent?.written?.kind !== "claim") return;
      const duplicated = sent.written.claim;
      saved(duplicated, true);
      onSelect(duplicated.id);
      showMessage({
        tone: "success",
        text: t("claimDuplicated", { number: claim.number, duplicate: duplicated.number }),
      });
    },
    [articleId, callServer, onSelect, saved, send, showMessage, t, versionId],
  );

  /** Splits a claim in two at an offset of the text. */
  const split = useCallback(
    async (claim: Claim, at: number | null) => {
      if (at === null || at <= claim.anchor.start || at >= claim.anchor.end)
        return showMessage({ tone: "failure", text: t("placeCursorToSplit") });
      const parts = await callServer(claim.id, () =>
        actions.splitClaim({
          claimId: claim.id,
          revision: claim.revision,
          versionId,
          at,
          idempotencyKey: crypto.randomUUID(),
        }),
      );
      if (!parts) return;
      const { first, second } = parts;
      put(first);
      put(second);
      addToHistory({
        label: t("undo.split", { number: claim.number }),
        undo: [{ kind: "delete", claimId: second.id }, rangeOperation(claim)],
        redo: [rangeOperation(first), { kind: "undelete", claimId: second.id }],
      });
      onSelect(second.id);
      showMessage({
        tone: "success",
        text: t("claimSplit", { number: first.number, second: second.number }),
      });
    },
    [actions, addToHistory, callServer, onSelect, put, showMessage, t, versionId],
  );

  const merge = useCallback(
    async (claim: Claim, other: Claim) => {
      const merged = await callServer(claim.id, () =>
        actions.mergeClaims({
          claimId: claim.id,
          revision: claim.revision,
          otherId: other.id,
          otherRevision: other.revision,
        }),
      );
      if (!merged) return;
      drop(other.id);
      put(merged);
      const content = (each: Claim): Operation => ({
        kind: "content",
        claimId: each.id,
        content: contentOfClaim(each),
      });
      addToHistory({
        label: t("undo.merge", { number: claim.number, other: other.number }),
        undo: [{ kind: "undelete", claimId: other.id }, content(claim), rangeOperation(claim)],
        redo: [{ kind: "delete", claimId: other.id }, content(merged), rangeOperation(merged)],
      });
      onSelect(merged.id);
      showMessage({
        tone: "success",
        text: t("claimsMerged", { number: claim.number, other: other.number }),
      });
    },
    [actions, addToHistory, callServer, drop, onSelect, put, showMessage, t],
  );

  return useMemo(
    () => ({
      claims,
      pendingId,
      applyChanges,
      applyResult,
      saved,
      remove,
      setPosition,
      step,
      review,
      rate,
      published,
      duplicate,
      split,
      merge,
      undo: () => go("undo"),
      redo: () => go("redo"),
    }),
    [
      claims,
      pendingId,
      applyChanges,
      applyResult,
      saved,
      remove,
      setPosition,
      step,
      review,
      rate,
      published,
      duplicate,
      split,
      merge,
      go,
    ],
  );
}

function rangeOperation({ id, anchor }: Claim): Operation {
  return { kind: "bounds", claimId: id, start: anchor.start, end: anchor.end };
}

function isClaim(value: unknown): value is Claim {
  return typeof value === "object" && value !== null && "statement" in value && "anchor" in value;
}
