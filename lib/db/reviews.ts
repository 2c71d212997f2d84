import type { ClaimState, PersonName } from "@/lib/claims/claim";
import type { ReviewActionName } from "@/lib/review/transition";
import { clientOf, type Tx } from "./transaction";

export interface ReviewStep {
  action: ReviewActionName;
  note: string | null;
  actor: PersonName;
  /** ISO 8601 instant. */
  at: string;
}

export async function insertReview(
  tx: Tx,
  review: {
    claimId: string;
    action: ReviewActionName;
    note: string | null;
    fromState: ClaimState;
    toState: ClaimState;
    contentRevision: number;
    actorId: string;
  },
): Promise<void> {
  await clientOf(tx).review.create({ data: review });
}

/** Who approved the content of each claim as it is, each person once; approvals before a return or a change do not count. */
export async function listApprovals(
  claimIds: string[],
  tx?: Tx,
): Promise<{ claimId: string; actor: PersonName /** ISO 8601 instant. */; at: string }[]> {
  const rows = await clientOf(tx).review.findMany({
    where: { claimId: { in: claimIds }, action: { in: ["approve", "return", "withdraw", "reopen"] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: { actor: { select: { id: true, name: true } }, claim: { select: { contentRevision: true } } },
  });
  const standing = new Map<string, Map<string, { claimId: string; actor: PersonName; at: string }>>();
  for (const row of rows) {
    const approvals = standing.get(row.claimId) ?? new Map();
    standing.set(row.claimId, approvals);
    if (row.action !== "approve") approvals.clear();
    else if (row.contentRevision === row.claim.contentRevision)
      approvals.set(row.actorId, {
        claimId: row.claimId,
        actor: { id: row.actor.id, name: row.actor.name },
        at: row.at.toISOString(),
      });
  }
  return [...standing.values()].flatMap((approvals) => [...approvals.values()]);
}

/** The steps of a claim, newest first. */
export async function listReviews(claimId: string): Promise<ReviewStep[]> {
  const rows = await clientOf().review.findMany({
    where: { claimId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: { actor: { select: { id: true, name: true } } },
  });
  return rows.map((row) => ({
    action: row.action,
    note: row.note,
    actor: { id: row.actor.id, name: row.actor.name },
    at: row.at.toISOString(),
  }));
}

/** Who submitted each claim last, and when. */
export async function listSubmissions(
  claimIds: string[],
): Promise<Map<string, { actor: PersonName; at: string }>> {
  const rows = await clientOf().review.findMany({
    where: { claimId: { in: claimIds }, action: "submit" },
    orderBy: { at: "asc" },
    include: { actor: { select: { id: true, name: true } } },
  });
  return new Map(
    rows.map((row) => [
      row.claimId,
      { actor: { id: row.actor.id, name: row.actor.name }, at: row.at.toISOString() },
    ]),
  );
}

/** The verdicts that a claim was given, newest first. */
export async function listVerdicts(
  claimId: string,
): Promise<
  { ratingKey: string; ratingLabel: string; rationaleText: string; actor: PersonName; at: string }[]
> {
  const rows = await clientOf().verdict.findMany({
    where: { claimId },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    include: {
      rating: { select: { key: true, label: true } },
      givenBy: { select: { id: true, name: true } },
    },
  });
  return rows.map((row) => ({
    ratingKey: row.rating.key,
    ratingLabel: row.rating.label,
    rationaleText: row.rationaleText,
    actor: { id: row.givenBy.id, name: row.givenBy.name },
    at: row.givenAt.toISOString(),
  }));
}
