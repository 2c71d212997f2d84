"use client";

import { useEffect, useState } from "react";
import { liveConnection } from "@/components/live/live-connection";
import { usePendingWrites } from "@/components/live/use-pending-writes";
import { PersonLabel } from "@/components/people/person-label";
import { RatingLabel } from "@/components/ratings/rating-label";
import type { DeskRead } from "@/components/reads/read-desk";
import { attempt } from "@/components/ui/attempt";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import type { Rating } from "@/lib/ratings/rating";
import { type Ballot, isVotingOver, type Vote } from "@/lib/review/vote";
import { VoteForm } from "./vote-form";
import styles from "./votes.module.css";

export interface ClaimVotesActions {
  loadBallot: DeskRead<{ claimId: string }, Ballot>;
  /**
   * Sends a rating: as a vote, or as the final rating of a disputed claim.
   * @returns whether it was accepted, or stored until the server is back
   */
  onRate: (
    kind: "vote" | "settle",
    claim: Claim,
    rated: { ratingKey: string; note: string },
  ) => Promise<boolean>;
}

interface Props extends ClaimVotesActions {
  actor: Actor;
  claim: Claim;
  ratings: readonly Rating[];
  pending: boolean;
}

/** The votes on a claim that needs several approvals: how many there are, your own, and all of them once voting is over. */
export function ClaimVotes({ actor, claim, ratings, pending, loadBallot, onRate }: Props) {
  const t = useWords("review");
  const { ballot, failure } = useBallot(claim, loadBallot);
  const pendingWrite = usePendingWrites(claim.id);
  const isQueued = pendingWrite?.kind === "claim.vote" || pendingWrite?.kind === "claim.settle";
  if (failure && !ballot) return <p className={styles.hint}>{failure}</p>;
  if (!ballot) return <p className={styles.hint}>{t("votes.loading")}</p>;
  const target = claimTarget(claim);
  const isOver = isVotingOver(claim.state);
  const isDisputed = claim.state === "disputed";
  const decision = can(actor, isDisputed ? "settle" : "vote", "claim", target);
  // Where one approval is enough, the desk approves and the votes of guests are opinions.
  const isOpinion = ballot.required < 2;
  const canVote = decision.allowed && (!isOpinion || isGuest(actor));
  const form = { ratings, pending, storageKey: `${actor.id}:${claim.id}:${claim.contentRevision}` };
  return (
    <section className={styles.votes} aria-label={t("votes.label", { number: claim.number })}>
      <h3>
        {t(isOpinion ? "votes.title.guests" : isDisputed ? "votes.title.disputed" : "votes.title")}{" "}
        <span className={styles.count}>
          {isOpinion ? ballot.voted : t("votes.count", { voted: ballot.voted, required: ballot.required })}
        </span>
      </h3>
      {isOpinion && !isGuest(actor) && <p className={styles.hint}>{t("votes.hint.guests")}</p>}
      {isDisputed && <p className={styles.hint}>{t("votes.hint.disputed")}</p>}
      {ballot.votes ? (
        <VoteList
          votes={ballot.votes}
          finalRatingKey={isOver && !isDisputed ? claim.verdict?.ratingKey : undefined}
        />
      ) : (
        <p className={styles.hint}>{t(canVote ? "votes.hint.independent" : "votes.hint.hidden")}</p>
      )}
      {ballot.mine && !isOver && <p className={styles.hint}>{t("votes.hint.voted")}</p>}
      {ballot.needsStaff && !isOpinion && !isOver && (
        <p className={styles.hint}>{t("votes.hint.needsStaff")}</p>
      )}
      {claim.state === "in_review" && !ballot.mine && canVote && isGuest(actor) && (
        <p className={styles.hint}>{t(isOpinion ? "votes.hint.opinion" : "votes.hint.staffVote")}</p>
      )}
      {isQueued ? (
        <p className={styles.hint}>{t("votes.hint.queued")}</p>
      ) : claim.state === "in_review" && !ballot.mine && canVote ? (
        <VoteForm {...form} key="vote" kind="vote" onRate={(rated) => onRate("vote", claim, rated)} />
      ) : isDisputed && decision.allowed ? (
        <VoteForm {...form} key="settle" kind="settle" onRate={(rated) => onRate("settle", claim, rated)} />
      ) : null}
      {!isOver && !isOpinion && !decision.allowed && <p className={styles.hint}>{decision.reason}</p>}
    </section>
  );
}

/** @param finalRatingKey the rating the claim ended with; voters who chose another one dissented */
function VoteList({ votes, finalRatingKey }: { votes: readonly Vote[]; finalRatingKey: string | undefined }) {
  const t = useWords("review");
  return (
    <ul className={styles.list}>
      {votes.map((vote) => (
        <li key={vote.voter.id}>
          <span className={styles.voter}>
            <PersonLabel person={vote.voter} />
          </span>
          <RatingLabel rating={vote.rating} size="small" />{" "}
          <span className={styles.aside}>
            {finalRatingKey === undefined ? (
              <RelativeTime at={vote.at} />
            ) : (
              rich(t, vote.rating.key === finalRatingKey ? "votes.agreed" : "votes.dissented", {
                time: <RelativeTime at={vote.at} />,
              })
            )}
          </span>
          {vote.note && <span className={styles.note}>{vote.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The votes that the viewer can see, loaded again when someone votes or the claim changes. */
function useBallot(claim: Claim, load: ClaimVotesActions["loadBallot"]) {
  const [ballot, setBallot] = useState<Ballot | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const { id: claimId, revision, voting } = claim;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each vote and each new revision changes the ballot
  useEffect(() => {
    let current = true;
    const refresh = async () => {
      const result = await attempt(() => load({ claimId }));
      if (!current) return;
      setFailure(result.ok ? null : result.error.message);
      if (result.ok) setBallot(result.value);
    };
    // A live connection sends "sync" to each new listener. Without one, load now, and again when it is back.
    if (liveConnection.state !== "live") void refresh();
    const stop = liveConnection.listen(({ kind }) => kind === "sync" && void refresh());
    return () => {
      current = false;
      stop();
    };
  }, [claimId, revision, voting.voted, load]);
  return { ballot, failure };
}
