import { type AssignClaims, assignClaim, type BatchClaims } from "@/components/claims/assign-claim";
import type { Claim } from "@/lib/claims/claim";
import { isResolved } from "@/lib/claims/outcome";
import { BATCH_SIZE } from "@/lib/review/claim-batch";
import type { ReviewActionName } from "@/lib/review/transition";
import { words } from "@/lib/words/words";
import type { ClaimList } from "./claim-list";
import type { ClaimWriter } from "./claim-writer";
import { type LabelledWrite, ratingWrite, reviewWrite } from "./claim-writes";
import type { ShowMessage } from "./message";

/** Steps in the review of claims. They are not undone but answered by another step. */
export function createReviewSteps({
  language,
  list,
  writer: { callServer, write },
  assignClaims,
  batchClaims,
  articleId,
  hasPendingWrites,
  showMessage,
}: {
  /** Of the messages, BCP 47. */
  language: string;
  list: ClaimList;
  writer: Pick<ClaimWriter, "callServer" | "write">;
  assignClaims: AssignClaims;
  batchClaims: BatchClaims;
  articleId: string;
  /** Whether this browser has changes that were not sent yet. */
  hasPendingWrites: () => boolean;
  showMessage: ShowMessage;
}) {
  const t = words("articles", language);

  /** @returns whether the step was saved or queued */
  async function takeStep(claim: Claim, labelled: LabelledWrite): Promise<boolean> {
    const outcome = await write(claim.id, labelled);
    if (outcome === "done") showMessage(null);
    return outcome !== "failed";
  }

  const review = (claim: Claim, action: ReviewActionName, note?: string) =>
    takeStep(claim, reviewWrite(claim, action, note));

  /** Rates a claim: as a vote, or as the final rating of a disputed claim. */
  const rate = (kind: "vote" | "settle", claim: Claim, rating: { ratingKey: string; note: string }) =>
    takeStep(claim, ratingWrite(kind, claim, rating));

  /** Assigns a claim, or, with null, unassigns it. */
  async function assign(claim: Claim, assigneeId: string | null): Promise<boolean> {
    const assigned = await callServer(claim.id, () => assignClaim(assignClaims, claim, assigneeId));
    if (!assigned) return false;
    list.put(assigned);
    showMessage(null);
    return true;
  }

  /** Submits every rated draft for review: in one call for many claims, or, behind changes that wait to be sent, one by one after them. */
  async function submitAll(): Promise<void> {
    const drafts = list.claims.get().filter(isReadyToSubmit);
    if (hasPendingWrites()) {
      for (const claim of drafts) await review(claim, "submit");
      return;
    }
    let submitted = 0;
    const refusals: string[] = [];
    for (let from = 0; from < drafts.length; from += BATCH_SIZE) {
      const part = drafts.slice(from, from + BATCH_SIZE);
      const answer = await callServer((part[0] as Claim).id, () =>
        batchClaims({
          articleId,
          claims: part.map(({ id, revision, assignee }) => ({
            claimId: id,
            revision,
            seenAssigneeId: assignee?.id ?? null,
          })),
          action: { kind: "step", step: "submit" },
        }),
      );
      if (!answer) return;
      list.applyChanges({ claims: answer.claims, gone: [] });
      submitted += answer.claims.length;
      refusals.push(...answer.left.map(({ message }) => message));
    }
    showMessage(
      refusals[0] === undefined
        ? { tone: "success", text: t("claimsSubmitted", { count: submitted }) }
        : { tone: "failure", text: t("claimsNotSubmitted", { count: refusals.length, reason: refusals[0] }) },
    );
  }

  return { review, rate, assign, submitAll };
}

/** Whether a claim can be submitted for review: it is a draft with a verdict, or, in a manuscript, with an outcome that is decided. */
export function isReadyToSubmit({ state, excluded, purpose, verdict, outcome }: Claim): boolean {
  const isJudged = purpose === "manuscript" ? isResolved(outcome) : verdict !== null;
  return state === "draft" && !excluded && isJudged;
}
