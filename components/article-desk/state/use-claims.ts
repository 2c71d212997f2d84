import { useCallback, useMemo, useState } from "react";
import { forgetStoredDraft } from "@/components/drafts/use-claim-draft";
import type { SentWrite } from "@/components/live/send-queued";
import { attempt } from "@/components/ui/attempt";
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
  placeWrite,
  ratingWrite,
  reviewWrite,
  undeleteWrite,
} from "./claim-writes";
import type { DeskActions } from "./desk-types";
import type { Message, Outcome } from "./message";
import type { Operation } from "./undo-history";
import { useClaimList } from "./use-claim-list";
import { useUndo } from "./use-undo";

interface Given {
  articleId: string;
  /** Where this browser keeps what is typed. */
  place: string;
  versionId: string;
  /** Claims as the server sent them. */
  initial: Claim[];
  actions: DeskActions;
  /** Sends a write, which waits in the browser where the server is away. */
  send: (write: DeskWrite, label: string) => Promise<Result<SentWrite, Failure>>;
  /** Tells the editor something; null takes the last message away. */
  say: (message: Message | null) => void;
  onSelect: (id: string | null) => void;
}

/** The claims of an article on the page, and everything that one does with them but writing in their form. */
export function useClaims({ articleId, place, versionId, initial, actions, send, say, onSelect }: Given) {
  const { claims, find, put, drop, take, published } = useClaimList(versionId, initial);
  const [pendingId, setPendingId] = useState<string | null>(null);

  /** Asks the server while the claim is shown as waiting; a failure is told, and what it says of the claim is taken over. */
  const ask = useCallback(
    async <T>(id: string, call: () => Promise<Result<T, Failure>>): Promise<T | null> => {
      setPendingId(id);
      const result = await attempt(call);
      setPendingId(null);
      if (result.ok) return result.value;
      if (result.error.kind === "stale" && isClaim(result.error.current)) put(result.error.current);
      say({ tone: "failure", text: result.error.message });
      return null;
    },
    [put, say],
  );

  /** Takes in what a write led to. */
  const takeWritten = useCallback(
    (written: WriteResult) => {
      if (written.kind === "claim") put(written.claim);
      if (written.kind === "deleted") drop(written.claimId);
    },
    [drop, put],
  );
  const write = useCallback(
    async (claimId: string, { write: given, label }: LabelledWrite): Promise<Outcome> => {
      const sent = await ask(claimId, () => send(given, label));
      if (!sent) return "failed";
      if (!sent.written) return "kept";
      takeWritten(sent.written);
      return "done";
    },
    [ask, send, takeWritten],
  );

  const perform = useCallback(
    async (operation: Operation): Promise<Outcome> => {
      const { claimId } = operation;
      if (operation.kind === "undelete") return write(claimId, undeleteWrite(claimId));
      const claim = find(claimId);
      if (claim) return write(claimId, operationWrite(operation, claim, versionId));
      say({ tone: "failure", text: "That claim is not here any more: it cannot be undone." });
      return "failed";
    },
    [find, say, versionId, write],
  );

  const { did, go } = useUndo({ articleId, versionId, perform, onSelect, say });

  /** Takes in a claim that was just saved; one that is new can be taken back. */
  const saved = useCallback(
    (claim: Claim, isNew: boolean) => {
      if (isNew)
        did({
          label: `marking claim ${claim.number}`,
          undo: [{ kind: "delete", claimId: claim.id }],
          redo: [{ kind: "undelete", claimId: claim.id }],
        });
      put(claim);
    },
    [did, put],
  );

  const remove = useCallback(
    async (claim: Claim) => {
      const outcome = await perform({ kind: "delete", claimId: claim.id });
      if (outcome === "failed") return;
      did({
        label: `deleting claim ${claim.number}`,
        undo: [{ kind: "undelete", claimId: claim.id }],
        redo: [{ kind: "delete", claimId: claim.id }],
      });
      onSelect(null);
      forgetStoredDraft(place, claim.id);
      if (outcome === "kept") return;
      say({
        tone: "plain",
        text: `Claim ${claim.number} is deleted.`,
        act: { label: "Undo", run: () => go("undo") },
      });
    },
    [did, go, onSelect, perform, place, say],
  );

  /** Says where a claim stands: at the place that was found for it, or on the words that are given. */
  const settle = useCallback(
    async (claim: Claim, place: TextRange | null) => {
      const outcome = await write(claim.id, placeWrite(claim, claim.anchor.versionId, place));
      if (outcome === "failed") return;
      // A place that waited cannot be made to wait again.
      if (place && !needsChecking(claim.anchor))
        did({
          label: `setting the bounds of claim ${claim.number}`,
          undo: [boundsOf(claim)],
          redo: [{ kind: "bounds", claimId: claim.id, start: place.start, end: place.end }],
        });
      if (outcome === "done") say({ tone: "success", text: `Claim ${claim.number} has its place.` });
    },
    [did, say, write],
  );

  /** Takes a claim a step along its way. */
  const step = useCallback(
    async (claim: Claim, call: () => Promise<Result<Claim, Failure>>) => {
      const taken = await ask(claim.id, call);
      if (!taken) return false;
      put(taken);
      say(null);
      return true;
    },
    [ask, put, say],
  );
  const review = useCallback(
    async (claim: Claim, action: ReviewActionName, words?: string) => {
      const outcome = await write(claim.id, reviewWrite(claim, action, words));
      if (outcome === "done") say(null);
      return outcome !== "failed";
    },
    [say, write],
  );
  /** Gives a rating: as one's vote, or to settle a split. */
  const rate = useCallback(
    async (kind: "vote" | "settle", claim: Claim, given: { ratingKey: string; note: string }) => {
      const outcome = await write(claim.id, ratingWrite(kind, claim, given));
      if (outcome === "done") say(null);
      return outcome !== "failed";
    },
    [say, write],
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
      const sent = await ask(claim.id, () =>
        send({ kind: "claim.create", input }, `A copy of claim ${claim.number}`),
      );
      if (sent?.written?.kind !== "claim") return;
      const copy = sent.written.claim;
      saved(copy, true);
      onSelect(copy.id);
      say({ tone: "success", text: `Claim ${copy.number} is a copy of claim ${claim.number}.` });
    },
    [articleId, ask, onSelect, saved, say, send, versionId],
  );

  /** Cuts a claim in two at an offset of the text. */
  const split = useCallback(
    async (claim: Claim, at: number | null) => {
      if (at === null || at <= claim.anchor.start || at >= claim.anchor.end)
        return say({
          tone: "failure",
          text: "Put the caret inside the claim's words in the article, where it should be cut, and split it then.",
        });
      const parts = await ask(claim.id, () =>
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
      did({
        label: `splitting claim ${claim.number}`,
        undo: [{ kind: "delete", claimId: second.id }, boundsOf(claim)],
        redo: [boundsOf(first), { kind: "undelete", claimId: second.id }],
      });
      onSelect(second.id);
      say({
        tone: "success",
        text: `Claim ${first.number} is cut in two: the second part is claim ${second.number}.`,
      });
    },
    [actions, ask, did, onSelect, put, say, versionId],
  );

  const merge = useCallback(
    async (claim: Claim, other: Claim) => {
      const merged = await ask(claim.id, () =>
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
      did({
        label: `merging claims ${claim.number} and ${other.number}`,
        undo: [{ kind: "undelete", claimId: other.id }, content(claim), boundsOf(claim)],
        redo: [{ kind: "delete", claimId: other.id }, content(merged), boundsOf(merged)],
      });
      onSelect(merged.id);
      say({
        tone: "success",
        text: `Claim ${other.number} is part of claim ${claim.number} now: look over its statement.`,
      });
    },
    [actions, ask, did, drop, onSelect, put, say],
  );

  return useMemo(
    () => ({
      claims,
      pendingId,
      take,
      takeWritten,
      saved,
      remove,
      settle,
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
      take,
      takeWritten,
      saved,
      remove,
      settle,
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

function boundsOf({ id, anchor }: Claim): Operation {
  return { kind: "bounds", claimId: id, start: anchor.start, end: anchor.end };
}

function isClaim(value: unknown): value is Claim {
  return typeof value === "object" && value !== null && "statement" in value && "anchor" in value;
}
