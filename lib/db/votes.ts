import type { Vote } from "@/lib/review/vote";
import type { Prisma } from "./generated/client";
import { personName, toPersonName } from "./person-name";
import { toRating } from "./scales";
import { clientOf, type Tx } from "./transaction";

const withVoter = { voter: personName, rating: true } as const;

function toVote(row: Prisma.VoteGetPayload<{ include: typeof withVoter }>): Vote {
  return {
    contentRevision: row.contentRevision,
    // Staff never become guests, and a vote cast as a guest stays a guest's vote.
    voter: toPersonName({ ...row.voter, ...(row.byGuest ? { role: "guest" } : {}) }),
    rating: toRating(row.rating),
    note: row.note,
    at: row.at.toISOString(),
  };
}

/** Stores a vote. The claim must be locked, so that concurrent votes are counted correctly. */
export async function insertVote(
  tx: Tx,
  vote: {
    claimId: string;
    contentRevision: number;
    voterId: string;
    byGuest: boolean;
    ratingId: string;
    note: string | null;
  },
): Promise<void> {
  await clientOf(tx).vote.create({ data: vote });
}

/** All votes that a claim ever got, oldest first. lib/review/vote.ts decides who can see them. */
export async function listVotes(claimId: string, tx?: Tx): Promise<Vote[]> {
  const rows = await clientOf(tx).vote.findMany({
    where: { claimId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: withVoter,
  });
  return rows.map(toVote);
}

/** The votes of several claims, by claim. */
export async function listVotesOfClaims(claimIds: readonly string[], tx?: Tx): Promise<Map<string, Vote[]>> {
  const rows = await clientOf(tx).vote.findMany({
    where: { claimId: { in: [...claimIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: withVoter,
  });
  const byClaim = new Map<string, Vote[]>();
  for (const row of rows) byClaim.set(row.claimId, [...(byClaim.get(row.claimId) ?? []), toVote(row)]);
  return byClaim;
}
