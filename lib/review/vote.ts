import type { ClaimState, PersonName } from "@/lib/claims/claim";
import type { Rating } from "@/lib/ratings/rating";

/** One reviewer's rating of a claim's content. */
export interface Vote {
  /** The Claim.contentRevision it is about. */
  contentRevision: number;
  voter: PersonName;
  rating: Rating;
  note: string | null;
  /** ISO 8601 instant. */
  at: string;
}

/** The votes on a claim's content that one person can see. */
export interface Ballot {
  required: number;
  voted: number;
  /** Enough people have voted, but all are guests: someone from the newsroom has to vote too. */
  needsStaff: boolean;
  /** The viewer's own vote. */
  mine: Vote | null;
  /** All votes, including the viewer's; null while they are hidden from the viewer. */
  votes: Vote[] | null;
}

/** Whether voting on the current content has ended. */
export function isVotingOver(state: ClaimState): boolean {
  return state === "disputed" || state === "approved" || state === "published";
}

/** The votes that count: those on the current content. */
export function standingVotes(votes: readonly Vote[], contentRevision: number): Vote[] {
  return votes.filter((vote) => vote.contentRevision === contentRevision);
}

/**
 * The votes on a claim's current content that one person can see. Reviewers see the other votes once they have voted or voting is
 * over; authors, who can't vote, once it is over. Where one approval is enough, votes are guests' opinions and always visible.
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
 * The votes of all rounds that one person can see. An aborted round stays hidden except for one's own vote, because the same content
 * can be voted on again.
 * @param decided the content revisions on which voting was completed
 */
export function visibleVotes(
  viewerId: string,
  claim: Parameters<typeof ballotFor>[1],
  votes: readonly Vote[],
  decided: ReadonlySet<number>,
): Vote[] {
  const ballot = ballotFor(viewerId, claim, votes);
  return votes.filter((vote) => {
    if (vote.voter.id === viewerId || decided.has(vote.contentRevision)) return true;
    return vote.contentRevision === claim.contentRevision && ballot.votes !== null;
  });
}
