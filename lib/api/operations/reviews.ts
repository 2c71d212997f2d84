import { operation } from "../operation";
import { claimSchema } from "../schemas/claim";
import { ballotSchema, castVoteSchema, settlementInput, voteInput } from "../schemas/review";

const NOTE_BODY = 1024 * 1024;

export const getBallot = operation({
  id: "getBallot",
  method: "GET",
  path: "/claims/{id}/ballot",
  summary: "Read the votes on a claim",
  description:
    "Votes are secret: an editor sees those of others after voting, and the author of the claim when it is decided. Where one approval is enough, votes are opinions, and not secret.",
  scope: "read",
  answer: { status: 200, description: "The votes that the token's owner can see", schema: ballotSchema },
});

export const castVote = operation({
  id: "castVote",
  method: "POST",
  path: "/claims/{id}/votes",
  summary: "Vote on a claim with your own rating",
  description:
    "With the last vote that is needed, the claim is approved if all agree with its verdict, and disputed if not.",
  scope: "review",
  body: { schema: voteInput, limit: NOTE_BODY },
  edits: true,
  answer: {
    status: 200,
    description: "The claim, and the votes that you can see now",
    schema: castVoteSchema,
    tagged: true,
  },
});

export const settleDispute = operation({
  id: "settleDispute",
  method: "POST",
  path: "/claims/{id}/settlement",
  summary: "Decide a disputed claim",
  description:
    "This approves the claim. If the rating differs from the verdict, it becomes the verdict, with the same rationale.",
  scope: "review",
  body: { schema: settlementInput, limit: NOTE_BODY },
  edits: true,
  answer: { status: 200, description: "The approved claim", schema: claimSchema, tagged: true },
});
