import type { AssignClaims, BatchClaims } from "@/components/claims/assign-claim";
import type { Claim } from "@/lib/claims/claim";
import { createClaimList } from "./claim-list";
import { createClaimWriter, type SendWrite } from "./claim-writer";
import { type AcceptWordings, createManuscriptSteps } from "./manuscript-steps";
import type { ShowMessage } from "./message";
import { createReviewSteps } from "./review-steps";
import { createUndo } from "./undo";
import { createUndoableEdits, type SplitAndMerge } from "./undoable-edits";

export type ClaimOperations = ReturnType<typeof createClaimOperations>;

/** The claims of an article, and every action on them except editing in the form. */
export function createClaimOperations(options: {
  articleId: string;
  versionId: string;
  /** Of the messages, BCP 47. */
  language: string;
  /** Claims as the server sent them. */
  initial: readonly Claim[];
  actions: SplitAndMerge & {
    assignClaims: AssignClaims;
    batchClaims: BatchClaims;
    acceptWordings: AcceptWordings;
  };
  /** Opens a page of the desk. */
  openPage: (href: string) => void;
  send: SendWrite;
  /** Whether this browser has changes that were not sent yet. */
  hasPendingWrites: () => boolean;
  /** Opens a claim; null closes the open one. */
  select: (claimId: string | null) => void;
  /** Removes the unsaved form of a claim from this browser. */
  forgetDraft: (claimId: string) => void;
  showMessage: ShowMessage;
}) {
  const list = createClaimList(options.versionId, options.initial);
  const writer = createClaimWriter({ ...options, list });
  const { record, undo, redo } = createUndo({ ...options, perform: writer.perform });
  return {
    list: list.claims,
    pendingId: writer.pendingId,
    find: list.find,
    applyChanges: list.applyChanges,
    applyResult: writer.applyResult,
    published: list.published,
    undo,
    redo,
    ...createUndoableEdits({ ...options, list, writer, record, undo }),
    ...createManuscriptSteps({ ...options, writer, acceptWordings: options.actions.acceptWordings }),
    ...createReviewSteps({
      ...options,
      list,
      writer,
      assignClaims: options.actions.assignClaims,
      batchClaims: options.actions.batchClaims,
    }),
  };
}
