import { z } from "zod";
import { claimSchema, ratingInput } from "./claim";
import { instant, person, textInput } from "./common";

const vote = z
  .object({
    voter: person,
    guest: z.boolean().meta({ description: "Someone from outside the newsroom." }),
    rating: z.string().meta({ description: "The key of a rating." }),
    note: z.string().nullable(),
    at: instant,
  })
  .meta({ id: "Vote" });

export const ballotSchema = z
  .object({
    required: z.int().meta({ description: "How many people have to approve." }),
    voted: z.int().meta({ description: "How many have voted on the current content." }),
    needsStaff: z.boolean().meta({
      description: "Enough people have voted, but all are guests: someone from the newsroom has to vote too.",
    }),
    mine: vote.nullable().meta({ description: "The vote of the token's owner." }),
    votes: z
      .array(vote)
      .nullable()
      .meta({ description: "All votes; null as long as the token's owner can't see them." }),
  })
  .meta({ id: "Ballot", description: "The votes on the current content of a claim." });

export const voteInput = z
  .object({
    rating: ratingInput,
    note: textInput.meta({ description: "For the newsroom: why." }),
  })
  .meta({ id: "GivenVote" });

export const castVoteSchema = z
  .object({ claim: claimSchema, ballot: ballotSchema })
  .meta({ id: "CastVote", description: "The claim and its votes after a vote." });

export const settlementInput = z
  .object({
    rating: ratingInput,
    note: z.string().meta({ description: "Why you chose this rating." }),
  })
  .meta({ id: "Settlement" });
