import type { ClaimState } from "@/lib/claims/claim";
import { err, ok, type Result } from "@/lib/result";
import type { Missing } from "./claim-requirements";

/** What people do with a claim, with or without a note. */
export const REVIEW_ACTIONS = [
  "submit",
  "withdraw",
  "return",
  "approve",
  "reopen",
  "exclude",
  "include",
  "retire",
  "restore",
] as const;
export type ReviewActionName = (typeof REVIEW_ACTIONS)[number];

/** Every step of a claim: the actions, votes and the resolution of a dispute, and the steps caused by its article. */
export const REVIEW_STEPS = [
  ...REVIEW_ACTIONS,
  "vote",
  "settle",
  "raise_approvals",
  "publish",
  "unpublish",
] as const;
export type ReviewStepName = (typeof REVIEW_STEPS)[number];

/** The part of a claim that the state machine reads. */
export interface Reviewable {
  state: ClaimState;
  /** Not published, by an editor's decision. */
  excluded: boolean;
  /** What it lacks before it can be reviewed. */
  missing: readonly Missing[];
  /** The proposed rating; null if there is none yet. */
  ratingKey: string | null;
  requiredApprovals: number;
  /** Votes on the current content, one per person, without the current event. */
  votes: readonly { voterId: string; ratingKey: string; guest?: boolean }[];
}

export type ReviewEvent =
  | { action: Exclude<ReviewStepName, "vote" | "settle">; note?: string | null | undefined }
  /** `guest`: the voter is from outside the newsroom. */
  | { action: "vote"; voterId: string; ratingKey: string; guest?: boolean }
  | { action: "settle"; ratingKey: string; note: string | null };

export interface TransitionOutcome {
  state: ClaimState;
  excluded: boolean;
  /** The rating of its verdict after the step: changed only when an editor decides a dispute. */
  ratingKey: string | null;
}

/** Why a step is refused; `missing` lists what to fill in. */
export interface StepRefusal {
  message: string;
  missing?: readonly Missing[];
}

/** The states in which each step is allowed. */
const allowedIn: Record<ReviewStepName, readonly ClaimState[]> = {
  submit: ["draft"],
  withdraw: ["in_review", "disputed"],
  return: ["in_review", "disputed", "approved", "published"],
  approve: ["in_review"],
  reopen: ["in_review", "disputed", "approved", "published"],
  exclude: ["draft", "in_review", "disputed", "approved", "published"],
  include: ["draft", "in_review", "disputed", "approved", "published"],
  retire: ["draft", "in_review", "disputed", "approved", "published"],
  restore: ["retired"],
  vote: ["in_review"],
  settle: ["disputed"],
  raise_approvals: ["in_review", "disputed", "approved", "published"],
  publish: ["approved"],
  unpublish: ["published"],
};

const stateNames: Record<ClaimState, string> = {
  draft: "a draft",
  in_review: "in review",
  disputed: "disputed",
  approved: "approved",
  published: "published",
  retired: "retired",
};

/** Participles of the steps, for messages. */
const verbs: Record<ReviewStepName, string> = {
  submit: "submitted",
  withdraw: "withdrawn",
  return: "returned",
  approve: "approved",
  reopen: "reopened",
  exclude: "excluded",
  include: "included again",
  retire: "retired",
  restore: "restored",
  vote: "voted on",
  settle: "resolved",
  raise_approvals: "sent for more approvals",
  publish: "published",
  unpublish: "unpublished",
};

/**
 * The state machine of a claim: draft → in review → approved → published, and back. If several approvals are required, each is a vote:
 * when all have voted, the claim is approved if every vote is the proposed rating; otherwise it is disputed until an editor decides it.
 * A guest's vote counts if someone from the newsroom votes too; where one approval is enough, it is an opinion and changes nothing.
 * Permissions are checked elsewhere, by lib/policies.
 * @returns the claim's new state, or why the step is refused
 */
export function transition(claim: Reviewable, event: ReviewEvent): Result<TransitionOutcome, StepRefusal> {
  const { action } = event;
  if (!allowedIn[action].includes(claim.state))
    return refuse(`This claim is ${stateNames[claim.state]} and can't be ${verbs[action]}.`);
  const unchanged: TransitionOutcome = {
    state: claim.state,
    excluded: claim.excluded,
    ratingKey: claim.ratingKey,
  };
  switch (event.action) {
    case "submit":
      return claim.missing.length > 0
        ? err({ message: describeMissing(claim.missing), missing: claim.missing })
        : ok({ ...unchanged, state: "in_review" });
    case "approve":
      if (claim.requiredApprovals > 1)
        return refuse(
          `${claim.requiredApprovals} people have to approve this claim. Vote with your own rating instead.`,
        );
      return ok({ ...unchanged, state: "approved" });
    case "vote":
      return vote(claim, event);
    case "settle":
      if (!event.note?.trim()) return refuse("Explain in a note why you chose this rating.");
      return ok({ ...unchanged, state: "approved", ratingKey: event.ratingKey });
    case "return":
      if (!event.note?.trim()) return refuse("Explain in a note what should change, then return the claim.");
      return ok({ ...unchanged, state: "draft" });
    case "withdraw":
    case "reopen":
    case "restore":
      return ok({ ...unchanged, state: "draft" });
    case "exclude":
      if (claim.excluded) return refuse("This claim is already excluded.");
      if (!event.note?.trim()) return refuse("Enter a reason for excluding the claim.");
      return ok({ ...unchanged, excluded: true });
    case "include":
      if (!claim.excluded) return refuse("This claim is not excluded.");
      return ok({ ...unchanged, excluded: false });
    case "retire":
      return ok({ ...unchanged, state: "retired", excluded: false });
    case "raise_approvals":
      return ok({ ...unchanged, state: "in_review" });
    case "publish":
      if (claim.excluded)
        return refuse("This claim is excluded and can't be published. Include it again first.");
      return ok({ ...unchanged, state: "published" });
    case "unpublish":
      return ok({ ...unchanged, state: "approved" });
  }
}

function vote(
  claim: Reviewable,
  { voterId, ratingKey, guest = false }: { voterId: string; ratingKey: string; guest?: boolean },
): Result<TransitionOutcome, StepRefusal> {
  const unchanged: TransitionOutcome = {
    state: claim.state,
    excluded: claim.excluded,
    ratingKey: claim.ratingKey,
  };
  if (claim.requiredApprovals < 2 && !guest)
    return refuse("One approval is enough for this claim. Approve it, or return it with a note.");
  if (claim.votes.some((each) => each.voterId === voterId))
    return refuse("You have voted on this claim. A vote can't be changed.");
  const votes = [...claim.votes, { ratingKey, guest }];
  const isOver = votes.length >= claim.requiredApprovals && votes.some((each) => !each.guest);
  // Where one approval is enough, a guest's vote is only an opinion.
  if (!isOver || claim.requiredApprovals < 2) return ok(unchanged);
  return ok({
    ...unchanged,
    state: votes.every((each) => each.ratingKey === claim.ratingKey) ? "approved" : "disputed",
  });
}

function refuse(message: string): { ok: false; error: StepRefusal } {
  return err({ message });
}

function describeMissing(missing: readonly Missing[]): string {
  return `Not ready for review. ${missing.map(({ message }) => message).join(" ")}`;
}

/** The actions that the state of a claim allows; permissions are not considered. */
export function availableActions(
  claim: Pick<Reviewable, "state" | "excluded" | "requiredApprovals">,
): ReviewActionName[] {
  return REVIEW_ACTIONS.filter((action) => {
    if (!allowedIn[action].includes(claim.state)) return false;
    if (action === "exclude") return !claim.excluded;
    if (action === "include") return claim.excluded;
    if (action === "approve") return claim.requiredApprovals === 1;
    return true;
  });
}
