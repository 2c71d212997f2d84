import type { ClaimState } from "@/lib/claims/claim";
import { err, ok, type Result } from "@/lib/result";
import type { Missing } from "./claim-requirements";

/** What people do with a claim, with a note or without. */
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

/** Everything that moves a claim: the actions, votes and their settlement, and what the article as a whole brings with it. */
export const REVIEW_STEPS = [
  ...REVIEW_ACTIONS,
  "vote",
  "settle",
  "raise_approvals",
  "publish",
  "unpublish",
] as const;
export type ReviewStepName = (typeof REVIEW_STEPS)[number];

/** What the state machine looks at. */
export interface Reviewable {
  state: ClaimState;
  /** Kept out of the publication on purpose. */
  excluded: boolean;
  /** What it lacks before another person can review it. */
  missing: readonly Missing[];
  /** The rating that is proposed; null while there is none. */
  ratingKey: string | null;
  requiredApprovals: number;
  /** Votes on the content as it is, each person once, without the event under way. */
  votes: readonly { voterId: string; ratingKey: string; guest?: boolean }[];
}

export type ReviewEvent =
  | { action: Exclude<ReviewStepName, "vote" | "settle">; note?: string | null | undefined }
  /** `guest`: the voter is from outside the newsroom. */
  | { action: "vote"; voterId: string; ratingKey: string; guest?: boolean }
  | { action: "settle"; ratingKey: string; note: string | null };

export interface Outcome {
  state: ClaimState;
  excluded: boolean;
  /** The rating of its verdict from now on, where an editor settled on one. */
  ratingKey: string | null;
}

/** Why a step is refused; with `missing`, what to fill in. */
export interface StepRefusal {
  message: string;
  missing?: readonly Missing[];
}

/** The states that a step may be taken in. */
const from: Record<ReviewStepName, readonly ClaimState[]> = {
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

const stateWords: Record<ClaimState, string> = {
  draft: "a draft",
  in_review: "in review",
  disputed: "disputed",
  approved: "approved",
  published: "published",
  retired: "retired",
};

/** How each step reads in a message. */
const verbs: Record<ReviewStepName, string> = {
  submit: "submitted",
  withdraw: "withdrawn",
  return: "returned",
  approve: "approved",
  reopen: "reopened",
  exclude: "left out",
  include: "taken in",
  retire: "retired",
  restore: "restored",
  vote: "voted on",
  settle: "settled",
  raise_approvals: "sent to more reviewers",
  publish: "published",
  unpublish: "unpublished",
};

/**
 * The way of a claim: draft → in review → approved → published, with ways back. Where several approvals are asked for, each is a
 * vote: when all have voted, the claim is approved if all votes are the proposed verdict, and else disputed until an editor settles it.
 * The vote of a guest is one among several, if somebody of the newsroom votes too; where one approval is enough, it is an opinion and
 * moves nothing.
 * A pure function of what the claim is and what is done; who may do it is asked in lib/policies.
 */
export function transition(claim: Reviewable, event: ReviewEvent): Result<Outcome, StepRefusal> {
  const { action } = event;
  if (!from[action].includes(claim.state))
    return refuse(`This claim is ${stateWords[claim.state]} and cannot be ${verbs[action]}.`);
  const stay: Outcome = { state: claim.state, excluded: claim.excluded, ratingKey: claim.ratingKey };
  switch (event.action) {
    case "submit":
      return claim.missing.length > 0
        ? err({ message: missingWords(claim.missing), missing: claim.missing })
        : ok({ ...stay, state: "in_review" });
    case "approve":
      if (claim.requiredApprovals > 1)
        return refuse(
          `${claim.requiredApprovals} people sign this claim off. Vote with your own rating instead of approving it.`,
        );
      return ok({ ...stay, state: "approved" });
    case "vote":
      return vote(claim, event);
    case "settle":
      if (!event.note?.trim()) return refuse("Say in a note why you settle on this rating.");
      return ok({ ...stay, state: "approved", ratingKey: event.ratingKey });
    case "return":
      if (!event.note?.trim()) return refuse("Say in a note what should change before you return the claim.");
      return ok({ ...stay, state: "draft" });
    case "withdraw":
    case "reopen":
    case "restore":
      return ok({ ...stay, state: "draft" });
    case "exclude":
      if (claim.excluded) return refuse("This claim is left out already.");
      if (!event.note?.trim()) return refuse("Give a reason for leaving the claim out.");
      return ok({ ...stay, excluded: true });
    case "include":
      if (!claim.excluded) return refuse("This claim is not left out.");
      return ok({ ...stay, excluded: false });
    case "retire":
      return ok({ ...stay, state: "retired", excluded: false });
    case "raise_approvals":
      return ok({ ...stay, state: "in_review" });
    case "publish":
      if (claim.excluded) return refuse("This claim is left out and cannot be published.");
      return ok({ ...stay, state: "published" });
    case "unpublish":
      return ok({ ...stay, state: "approved" });
  }
}

function vote(
  claim: Reviewable,
  { voterId, ratingKey, guest = false }: { voterId: string; ratingKey: string; guest?: boolean },
): Result<Outcome, StepRefusal> {
  const stay: Outcome = { state: claim.state, excluded: claim.excluded, ratingKey: claim.ratingKey };
  if (claim.requiredApprovals < 2 && !guest)
    return refuse("One approval is enough for this claim. Approve it, or return it with a note.");
  if (claim.votes.some((each) => each.voterId === voterId))
    return refuse("You have voted on this claim. A vote stays as it was given.");
  const given = [...claim.votes, { ratingKey, guest }];
  const isOver = given.length >= claim.requiredApprovals && given.some((each) => !each.guest);
  // A guest's opinion was given before, or is given now, where the approval of one is what counts.
  if (!isOver || claim.requiredApprovals < 2) return ok(stay);
  return ok({
    ...stay,
    state: given.every((each) => each.ratingKey === claim.ratingKey) ? "approved" : "disputed",
  });
}

function refuse(message: string): { ok: false; error: StepRefusal } {
  return err({ message });
}

function missingWords(missing: readonly Missing[]): string {
  const [first, ...others] = missing;
  return others.length === 0
    ? `Before it can be reviewed: ${first?.message}`
    : `Before it can be reviewed, ${missing.length} things are missing: ${missing.map(({ message }) => message).join(" ")}`;
}

/** The actions that the state of a claim allows, whoever asks. */
export function availableActions(
  claim: Pick<Reviewable, "state" | "excluded" | "requiredApprovals">,
): ReviewActionName[] {
  return REVIEW_ACTIONS.filter((action) => {
    if (!from[action].includes(claim.state)) return false;
    if (action === "exclude") return !claim.excluded;
    if (action === "include") return claim.excluded;
    if (action === "approve") return claim.requiredApprovals === 1;
    return true;
  });
}
