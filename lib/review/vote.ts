import type { ClaimState, PersonName } from "@/lib/claims/claim";
import type { Rating } from "@/lib/ratings/rating";

/** One reviewer's own rating of a claim's content. */
export interface Vote {
  /** Claim.contentRevision that it was given on. */
  contentRevision: number;
  voter: PersonName;
  rating: Rating;
  note: string | null;
  /** ISO 8601 instant. */
  at: string;
}

/** Votes on a claim's content as one person may see them. */
export interface Ballot {
  required: number;
  voted: number;
  /** Enough have voted, all of them guests: one of the newsroom has to vote as well. */
  needsStaff: boolean;
  /** The viewer's own vote. */
  mine: Vote | null;
  /** Everybody's, the viewer's too; null while they are hidden from the viewer. */
  votes: Vote[] | null;
}

/** Whether nobody can vote any more on the content as it is, as everybody has who had to. */
export function isVotingOver(state: ClaimState): boolean {
  return state === "disputed" || state === "approved" || state === "published";
}

/** The votes that count: those on the content as it is. */
export function standingVotes(votes: readonly Vote[], contentRevision: number): Vote[] {
  return votes.filter((vote) => vote.contentRevision === contentRevision);
}

/**
 * What one person may see of the votes on a claim's content as it is. Reviewers see nobody else's before they have voted or voting
 * is over; authors, who have no vote, wait until it is over. Where one approval is enough, votes are guests' opinions, and open.
 */
export function ballotFor(
  viewerId: string,
  claim: { state: ClaimState; contentRevision: number; voting: { required: number } },
  votes: readonly Vote[],
): Ballot {
  const standing = standingVotes(votes, claim.contentRevision);
  const mine = standing.find((vote) => vote.voter.id === viewerId) ?? null;
  return {
    required: claim.voting.required,
    voted: standing.length,
    needsStaff: standing.length >= claim.voting.required && standing.every(({ voter }) => voter.guest),
    mine,
    votes: mine || isVotingOver(claim.state) || claim.voting.required < 2 ? standing : null,
  };
}

/**
 * The votes of every round that one person may see. A round that was broken off stays hidden, one's own vote aside: the same content
 * may be voted on again.
 * @param decided the content revisions on which voting came to its end
 */
export function visibleVotes(
  viewerId: string,
  claim: Parameters<typeof ballotFor>[1],
  votes: readonly Vote[],
  decided: ReadonlySet<number>,
): Vote[] {
  const now = ballotFor(viewerId, claim, votes);
  return votes.filter((vote) => {
    if (vote.voter.id === viewerId || decided.has(vote.contentRevision)) return true;
    return vote.contentRevision === claim.contentRevision && now.votes !== null;
  });
}
