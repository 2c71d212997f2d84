import type { TextRange } from "@/lib/anchoring/text-range";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import type { ClaimList } from "./claim-list";
import type { ClaimWriter, SendWrite } from "./claim-writer";
import { positionWrite, reviewWrite } from "./claim-writes";
import type { ShowMessage } from "./message";
import type { Action, Operation } from "./undo-history";

/** The server actions that make one claim two, or two claims one. */
export interface SplitAndMerge {
  splitClaim: (input: {
    claimId: string;
    revision: number;
    versionId: string;
    /** Offset in the version's text where the second claim begins. */
    at: number;
    idempotencyKey: string;
  }) => Promise<Result<{ first: Claim; second: Claim }, Failure>>;
  mergeClaims: (input: {
    claimId: string;
    revision: number;
    otherId: string;
    otherRevision: number;
  }) => Promise<Result<Claim, Failure>>;
}

/** Edits of claims that are recorded in the undo history when they are done or queued. (The content is edited in the form.) */
export function createUndoableEdits({
  articleId,
  versionId,
  language,
  list,
  writer: { callServer, perform, write },
  actions,
  record,
  undo,
  send,
  select,
  forgetDraft,
  showMessage,
}: {
  articleId: string;
  versionId: string;
  /** Of the messages, BCP 47. */
  language: string;
  list: ClaimList;
  writer: Pick<ClaimWriter, "callServer" | "perform" | "write">;
  actions: SplitAndMerge;
  record: (action: Action) => void;
  undo: () => void;
  send: SendWrite;
  select: (claimId: string | null) => void;
  /** Removes the unsaved form of a claim from this browser. */
  forgetDraft: (claimId: string) => void;
  showMessage: ShowMessage;
}) {
  const t = words("articles", language);
  const common = words("common", language);

  /** Adds a claim that was just saved. Creating one can be undone. */
  function saved(claim: Claim, isNew: boolean): void {
    if (isNew)
      record({
        label: t("undo.mark", { number: claim.number }),
        undo: [{ kind: "delete", claimId: claim.id }],
        redo: [{ kind: "undelete", claimId: claim.id }],
      });
    list.put(claim);
  }

  async function remove(claim: Claim): Promise<void> {
    const outcome = await perform({ kind: "delete", claimId: claim.id });
    if (outcome === "failed") return;
    record({
      label: t("undo.delete", { number: claim.number }),
      undo: [{ kind: "undelete", claimId: claim.id }],
      redo: [{ kind: "delete", claimId: claim.id }],
    });
    select(null);
    forgetDraft(claim.id);
    if (outcome === "queued") return;
    showMessage({
      tone: "plain",
      text: t("claimDeleted", { number: claim.number }),
      action: { label: common("undo"), run: undo },
    });
  }

  /** Moves a claim to a range, or, with null, confirms the position that was found for it. */
  async function setPosition(claim: Claim, range: TextRange | null): Promise<void> {
    const outcome = await write(claim.id, positionWrite(claim, claim.anchor.versionId, range));
    if (outcome === "failed") return;
    const isConfirmed = needsChecking(claim.anchor);
    record({
      label: t(isConfirmed ? "undo.confirm" : "undo.adjust", { number: claim.number }),
      undo: [isConfirmed ? { kind: "unconfirm", claimId: claim.id } : rangeOperation(claim)],
      redo: [
        range === null
          ? { kind: "confirm", claimId: claim.id }
          : { kind: "bounds", claimId: claim.id, start: range.start, end: range.end },
      ],
    });
    if (outcome === "done")
      showMessage({
        tone: "success",
        text: t(isConfirmed ? "positionConfirmed" : "highlightAdjusted", { number: claim.number }),
        action: { label: common("undo"), run: undo },
      });
  }

  /** Retires a claim, most often because its text is gone. Undoing it makes the claim a draft. @returns whether it was saved or queued */
  async function retire(claim: Claim, note?: string): Promise<boolean> {
    const outcome = await write(claim.id, reviewWrite(claim, "retire", note));
    if (outcome === "failed") return false;
    record({
      label: t("undo.retire", { number: claim.number }),
      undo: [{ kind: "restore", claimId: claim.id }],
      redo: [{ kind: "retire", claimId: claim.id }],
    });
    if (outcome === "done")
      showMessage({
        tone: "success",
        text: t("claimRetired", { number: claim.number }),
        action: { label: common("undo"), run: undo },
      });
    return true;
  }

  async function duplicate(claim: Claim): Promise<void> {
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
    select(duplicated.id);
    showMessage({
      tone: "success",
      text: t("claimDuplicated", { number: claim.number, duplicate: duplicated.number }),
    });
  }

  /** Splits a claim in two at an offset of the text. */
  async function split(claim: Claim, at: number | null): Promise<void> {
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
    list.put(first);
    list.put(second);
    record({
      label: t("undo.split", { number: claim.number }),
      undo: [{ kind: "delete", claimId: second.id }, rangeOperation(claim)],
      redo: [rangeOperation(first), { kind: "undelete", claimId: second.id }],
    });
    select(second.id);
    showMessage({
      tone: "success",
      text: t("claimSplit", { number: first.number, second: second.number }),
    });
  }

  async function merge(claim: Claim, other: Claim): Promise<void> {
    const merged = await callServer(claim.id, () =>
      actions.mergeClaims({
        claimId: claim.id,
        revision: claim.revision,
        otherId: other.id,
        otherRevision: other.revision,
      }),
    );
    if (!merged) return;
    list.drop(other.id);
    list.put(merged);
    record({
      label: t("undo.merge", { number: claim.number, other: other.number }),
      undo: [{ kind: "undelete", claimId: other.id }, contentOperation(claim), rangeOperation(claim)],
      redo: [{ kind: "delete", claimId: other.id }, contentOperation(merged), rangeOperation(merged)],
    });
    select(merged.id);
    showMessage({
      tone: "success",
      text: t("claimsMerged", { number: claim.number, other: other.number }),
    });
  }

  return { saved, remove, setPosition, retire, duplicate, split, merge };
}

function rangeOperation({ id, anchor }: Claim): Operation {
  return { kind: "bounds", claimId: id, start: anchor.start, end: anchor.end };
}

function contentOperation(claim: Claim): Operation {
  return { kind: "content", claimId: claim.id, content: contentOfClaim(claim) };
}
