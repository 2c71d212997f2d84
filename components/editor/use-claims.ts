import { useCallback, useMemo, useState } from "react";
import { forgetKeptDraft } from "@/components/claims/use-claim-draft";
import { attempt } from "@/components/desk/attempt";
import { type Claim, isWaiting } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ReviewActionName } from "@/lib/review/transition";
import type { DeskActions, TextRange } from "./desk-types";
import type { Operation } from "./undo-history";
import { useClaimList } from "./use-claim-list";
import { useUndo } from "./use-undo";

export interface Message {
  tone: "plain" | "failure" | "success";
  text: string;
  /** What can be done about it, as a button. */
  act?: { label: string; run: () => void };
}

interface Given {
  articleId: string;
  versionId: string;
  /** Claims as the server sent them. */
  initial: Claim[];
  actions: DeskActions;
  /** Takes a step of review; the claim is null where the step waits in the browser until the server is back. */
  sendReview: (
    claim: Claim,
    action: ReviewActionName,
    words?: string,
  ) => Promise<Result<{ claim: Claim | null }, Failure>>;
  /** Tells the editor something; null takes the last message away. */
  say: (message: Message | null) => void;
  onSelect: (id: string | null) => void;
}

/** The claims of an article on the page, and everything that one does with them but writing in their form. */
export function useClaims({ articleId, versionId, initial, actions, sendReview, say, onSelect }: Given) {
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

  const perform = useCallback(
    async (operation: Operation): Promise<boolean> => {
      const claim = find(operation.claimId);
      if (operation.kind === "undelete") {
        const back = await ask(operation.claimId, () =>
          actions.undeleteClaim({ claimId: operation.claimId }),
        );
        if (back) put(back);
        return back !== null;
      }
      if (!claim) {
        say({ tone: "failure", text: "That claim is not here any more: it cannot be undone." });
        return false;
      }
      const base = { claimId: claim.id, revision: claim.revision };
      switch (operation.kind) {
        case "delete": {
          const gone = await ask(claim.id, () => actions.deleteClaim(base));
          if (gone) drop(claim.id);
          return gone !== null;
        }
        case "bounds": {
          const { start, end } = operation;
          const placed = await ask(claim.id, () =>
            actions.settleAnchor({ ...base, versionId, place: { start, end } }),
          );
          if (placed) put(placed);
          return placed !== null;
        }
        case "content": {
          const saved = await ask(claim.id, () => actions.updateClaim({ ...operation.content, ...base }));
          if (saved) put(saved);
          return saved !== null;
        }
      }
    },
    [actions, ask, drop, find, put, say, versionId],
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
      if (!(await perform({ kind: "delete", claimId: claim.id }))) return;
      did({
        label: `deleting claim ${claim.number}`,
        undo: [{ kind: "undelete", claimId: claim.id }],
        redo: [{ kind: "delete", claimId: claim.id }],
      });
      onSelect(null);
      forgetKeptDraft(claim.articleId, claim.id);
      say({
        tone: "plain",
        text: `Claim ${claim.number} is deleted.`,
        act: { label: "Undo", run: () => go("undo") },
      });
    },
    [did, go, onSelect, perform, say],
  );

  /** Says where a claim stands: at the place that was found for it, or on the words that are given. */
  const settle = useCallback(
    async (claim: Claim, place: TextRange | null) => {
      const settled = await ask(claim.id, () =>
        actions.settleAnchor({
          claimId: claim.id,
          revision: claim.revision,
          versionId: claim.anchor.versionId,
          place: place && { start: place.start, end: place.end },
        }),
      );
      if (!settled) return;
      put(settled);
      // A place that waited cannot be made to wait again.
      if (place && !isWaiting(claim.anchor))
        did({
          label: `setting the bounds of claim ${claim.number}`,
          undo: [boundsOf(claim)],
          redo: [boundsOf(settled)],
        });
      say({ tone: "success", text: `Claim ${claim.number} has its place.` });
    },
    [actions, ask, did, put, say],
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
      const reviewed = await ask(claim.id, () => sendReview(claim, action, words));
      if (!reviewed) return false;
      if (reviewed.claim) {
        put(reviewed.claim);
        say(null);
      }
      return true;
    },
    [ask, put, say, sendReview],
  );

  const duplicate = useCallback(
    async (claim: Claim) => {
      const { start, end } = claim.anchor;
      const copy = await ask(claim.id, () =>
        actions.createClaim({
          ...contentOfClaim(claim),
          articleId,
          versionId,
          idempotencyKey: crypto.randomUUID(),
          anchor: { start, end },
        }),
      );
      if (!copy) return;
      saved(copy, true);
      onSelect(copy.id);
      say({ tone: "success", text: `Claim ${copy.number} is a copy of claim ${claim.number}.` });
    },
    [actions, articleId, ask, onSelect, saved, say, versionId],
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
      put,
      saved,
      remove,
      settle,
      step,
      review,
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
      put,
      saved,
      remove,
      settle,
      step,
      review,
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
