"use client";

import { useEffect, useState } from "react";
import { liveConnection } from "@/components/live/live-connection";
import { usePendingWrites } from "@/components/live/use-pending-writes";
import { PersonLabel } from "@/components/people/person-label";
import { RatingLabel } from "@/components/ratings/rating-label";
import { attempt } from "@/components/ui/attempt";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import type { Rating } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";
import { type Ballot, isVotingOver, type Vote } from "@/lib/review/vote";
import { VoteForm } from "./vote-form";
import styles from "./votes.module.css";

export interface ClaimVotesActions {
  loadBallot: (input: { claimId: string }) => Promise<Result<Ballot, Failure>>;
  /** Gives a rating: as one's vote, or to settle a split. @returns whether it was taken, or is kept until the server is back */
  onRate: (
    kind: "vote" | "settle",
    claim: Claim,
    given: { ratingKey: string; note: string },
  ) => Promise<boolean>;
}

interface Props extends ClaimVotesActions {
  actor: Actor;
  claim: Claim;
  ratings: readonly Rating[];
  pending: boolean;
}

/** The votes on a claim that several people sign off: how many there are, one's own, and, once they are open, everybody's. */
export function ClaimVotes({ actor, claim, ratings, pending, loadBallot, onRate }: Props) {
  const { ballot, failure } = useBallot(claim, loadBallot);
  const waiting = usePendingWrites(claim.id);
  const waits = waiting?.kind === "claim.vote" || waiting?.kind === "claim.settle";
  if (failure && !ballot) return <p className={styles.hint}>{failure}</p>;
  if (!ballot) return <p className={styles.hint}>Reading the votes …</p>;
  const target = claimTarget(claim);
  const over = isVotingOver(claim.state);
  const asked = claim.state === "disputed" ? "settle" : "vote";
  const decision = can(actor, asked, "claim", target);
  // Where one approval is enough, the desk approves, and what guests say stands beside it.
  const opinions = ballot.required < 2;
  const mayVote = decision.allowed && (!opinions || isGuest(actor));
  const form = { ratings, pending, keptAs: `${actor.id}:${claim.id}:${claim.contentRevision}` };
  return (
    <section className={styles.votes} aria-label={`Votes on claim ${claim.number}`}>
      <h3>
        {opinions ? "What guests say" : claim.state === "disputed" ? "The votes differ" : "Votes"}{" "}
        <span className={styles.count}>
          {opinions ? ballot.voted : `${ballot.voted} of ${ballot.required} voted`}
        </span>
      </h3>
      {opinions && !isGuest(actor) && (
        <p className={styles.hint}>
          The opinion of somebody from outside. It approves nothing: the desk does.
        </p>
      )}
      {claim.state === "disputed" && (
        <p className={styles.hint}>
          An editor who did not write the claim settles it, with a reason; or it is returned.
        </p>
      )}
      {ballot.votes ? (
        <VoteList
          votes={ballot.votes}
          stands={over && claim.state !== "disputed" ? claim.verdict?.ratingKey : undefined}
        />
      ) : (
        <p className={styles.hint}>
          {mayVote
            ? "Weigh the claim by yourself: the others’ votes are hidden until you have voted."
            : "How they voted is hidden until voting is over."}
        </p>
      )}
      {ballot.mine && !over && <p className={styles.hint}>You have voted. A vote stays as it was given.</p>}
      {ballot.needsStaff && !opinions && !over && (
        <p className={styles.hint}>
          Enough have voted, all of them guests. One of the desk has to vote as well.
        </p>
      )}
      {claim.state === "in_review" && !ballot.mine && mayVote && isGuest(actor) && (
        <p className={styles.hint}>
          {opinions
            ? "You are asked for your opinion: the desk sees your rating, and approves the claim by itself."
            : "Your vote counts like the others’; at least one has to come from the desk."}
        </p>
      )}
      {waits ? (
        <p className={styles.hint}>Your rating is kept in this browser, and sent when the server is back.</p>
      ) : claim.state === "in_review" && !ballot.mine && mayVote ? (
        <VoteForm {...form} key="vote" kind="vote" onGive={(given) => onRate("vote", claim, given)} />
      ) : claim.state === "disputed" && decision.allowed ? (
        <VoteForm {...form} key="settle" kind="settle" onGive={(given) => onRate("settle", claim, given)} />
      ) : null}
      {!over && !opinions && !decision.allowed && <p className={styles.hint}>{decision.reason}</p>}
    </section>
  );
}

/** @param stands the rating that the claim has in the end; whoever voted otherwise dissented */
function VoteList({ votes, stands }: { votes: readonly Vote[]; stands: string | undefined }) {
  return (
    <ul className={styles.list}>
      {votes.map((vote) => (
        <li key={vote.voter.id}>
          <span className={styles.voter}>
            <PersonLabel person={vote.voter} />
          </span>
          <RatingLabel rating={vote.rating} size="small" />{" "}
          <span className={styles.aside}>
            {stands !== undefined && (vote.rating.key === stands ? "agreed, " : "dissented, ")}
            <RelativeTime at={vote.at} />
          </span>
          {vote.note && <span className={styles.note}>{vote.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The votes as the viewer may see them, read again when somebody votes or the claim changes. */
function useBallot(claim: Claim, load: ClaimVotesActions["loadBallot"]) {
  const [ballot, setBallot] = useState<Ballot | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { id: claimId, revision, voting } = claim;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a vote and a change of the claim are a change of its ballot
  useEffect(() => {
    let current = true;
    const read = async () => {
      const result = await attempt(() => load({ claimId }));
      if (!current) return;
      setFailure(result.ok ? null : result.error.message);
      if (result.ok) setBallot(result.value);
    };
    // Where there is a connection, listening begins with it; what could not be read without one is read when it is back.
    if (liveConnection.state !== "live") void read();
    const stop = liveConnection.listen(({ kind }) => kind === "sync" && void read());
    return () => {
      current = false;
      stop();
    };
  }, [claimId, revision, voting.voted, load]);
  return { ballot, failure };
}
