import type { ClaimState } from "@/lib/claims/claim";
import { err, ok, type Result } from "@/lib/result";

export const REVIEW_ACTIONS = [
  "submit",
  "withdraw",
  "return",
  "approve",
  "reopen",
  "leave_out",
  "take_in",
  "retire",
  "restore",
] as const;
export type ReviewActionName = (typeof REVIEW_ACTIONS)[number];

/** What the state machine looks at. */
export interface Reviewable {
  state: ClaimState;
  /** Kept out of the publication on purpose. */
  leftOut: boolean;
  /** Whether a rating was given together with reasons for it. */
  hasVerdict: boolean;
  evidenceCount: number;
  /** Whether the rating stands outside the numbers, so that no source may be found for it. */
  unrated: boolean;
  /** Distinct people who approved the content as it is, not counting the event under way. */
  approvals: number;
  requiredApprovals: number;
}

export interface ReviewEvent {
  action: ReviewActionName;
  note?: string | null | undefined;
}

/** The states that an action may be taken in. */
const from: Record<ReviewActionName, readonly ClaimState[]> = {
  submit: ["draft"],
  withdraw: ["in_review"],
  return: ["in_review", "approved"],
  approve: ["in_review"],
  reopen: ["in_review", "approved"],
  leave_out: ["draft", "in_review", "approved"],
  take_in: ["draft", "in_review", "approved"],
  retire: ["draft", "in_review", "approved"],
  restore: ["retired"],
};

const stateWords: Record<ClaimState, string> = {
  draft: "a draft",
  in_review: "in review",
  approved: "approved",
  retired: "retired",
};

/** How each action reads in a message. */
const verbs: Record<ReviewActionName, string> = {
  submit: "submitted",
  withdraw: "withdrawn",
  return: "returned",
  approve: "approved",
  reopen: "reopened",
  leave_out: "left out",
  take_in: "taken in",
  retire: "retired",
  restore: "restored",
};

/**
 * The way of a claim: draft → in review → approved, with ways back. A pure function of what the claim is and what is done;
 * who may do it is asked in lib/policies.
 */
export function transition(
  claim: Reviewable,
  event: ReviewEvent,
): Result<{ state: ClaimState; leftOut: boolean }, { message: string }> {
  const { action } = event;
  if (!from[action].includes(claim.state))
    return err({ message: `This claim is ${stateWords[claim.state]} and cannot be ${verbs[action]}.` });
  const stay = { state: claim.state, leftOut: claim.leftOut };
  switch (action) {
    case "submit": {
      const missing = missingForReview(claim);
      return missing ? err({ message: missing }) : ok({ ...stay, state: "in_review" });
    }
    case "approve":
      return ok({
        ...stay,
        state: claim.approvals + 1 >= claim.requiredApprovals ? "approved" : "in_review",
      });
    case "return":
      if (!event.note?.trim())
        return err({ message: "Say in a note what should change before you return the claim." });
      return ok({ ...stay, state: "draft" });
    case "withdraw":
    case "reopen":
      return ok({ ...stay, state: "draft" });
    case "leave_out":
      if (claim.leftOut) return err({ message: "This claim is left out already." });
      if (!event.note?.trim()) return err({ message: "Give a reason for leaving the claim out." });
      return ok({ ...stay, leftOut: true });
    case "take_in":
      if (!claim.leftOut) return err({ message: "This claim is not left out." });
      return ok({ ...stay, leftOut: false });
    case "retire":
      return ok({ state: "retired", leftOut: false });
    case "restore":
      return ok({ ...stay, state: "draft" });
  }
}

/** What a claim lacks before another person can review it; null when nothing. */
function missingForReview(claim: Reviewable): string | null {
  if (!claim.hasVerdict) return "Give the claim a verdict with a rationale before you submit it.";
  if (claim.evidenceCount === 0 && !claim.unrated)
    return "Name at least one source before you submit the claim.";
  return null;
}

/** The actions that the state of a claim allows, whoever asks. */
export function availableActions(claim: Pick<Reviewable, "state" | "leftOut">): ReviewActionName[] {
  return REVIEW_ACTIONS.filter((action) => {
    if (!from[action].includes(claim.state)) return false;
    if (action === "leave_out") return !claim.leftOut;
    if (action === "take_in") return claim.leftOut;
    return true;
  });
}
