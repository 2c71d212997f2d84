import type { z } from "zod";
import type { Ballot, Vote } from "@/lib/review/vote";
import type { ballotSchema } from "../schemas/review";

export function presentBallot(ballot: Ballot): z.output<typeof ballotSchema> {
  const { required, voted, needsStaff, mine, votes } = ballot;
  return {
    required,
    voted,
    needsStaff,
    mine: mine && presentVote(mine),
    votes: votes?.map(presentVote) ?? null,
  };
}

function presentVote({ voter, rating, note, at }: Vote) {
  return {
    voter: { id: voter.id, name: voter.name },
    guest: voter.guest === true,
    rating: rating.key,
    note,
    at,
  };
}
