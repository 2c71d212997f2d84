import type { ClaimState, PersonName } from "@/lib/claims/claim";
import type { ReviewStepName } from "@/lib/review/transition";
import { personName, toPersonName } from "./person-name";
import { clientOf, type Tx } from "./transaction";

export interface ReviewStep {
  action: ReviewStepName;
  toState: ClaimState;
  contentRevision: number;
  note: string | null;
  actor: PersonName;
  /** ISO 8601 instant. */
  at: string;
}

export interface NewReview {
  claimId: string;
  action: ReviewStepName;
  note: string | null;
  fromState: ClaimState;
  toState: ClaimState;
  contentRevision: number;
  actorId: string;
}

export async function insertReview(tx: Tx, review: NewReview): Promise<void> {
  await clientOf(tx).review.create({ data: review });
}

/** Inserts steps of many claims as one parameter: Prisma takes a tenth of a second to write the statement for 500 rows. */
export async function insertReviews(tx: Tx, reviews: readonly NewReview[]): Promise<void> {
  await clientOf(tx).$executeRaw`
    INSERT INTO "Review" ("id", "claimId", "action", "note", "fromState", "toState", "contentRevision", "actorId")
    SELECT gen_random_uuid(), r."claimId", r."action", r."note", r."fromState", r."toState", r."contentRevision", r."actorId"
    FROM jsonb_to_recordset(${JSON.stringify(reviews)}::jsonb) AS r(
      "claimId" uuid, "action" "ReviewAction", "note" text, "fromState" "ClaimState", "toState" "ClaimState",
      "contentRevision" int, "actorId" uuid)`;
}

interface Approval {
  claimId: string;
  actor: PersonName;
  /** ISO 8601 instant. */
  at: string;
}

/**
 * The people who approved each claim's current content, each once: by an approval, by a vote for its current verdict, or by deciding a
 * dispute. Approvals from before a return or a change do not count, nor do votes on a claim that is not approved.
 */
export async function listApprovals(claimIds: string[], tx?: Tx): Promise<Approval[]> {
  const [steps, votes] = [
    await clientOf(tx).review.findMany({
      where: {
        claimId: { in: claimIds },
        action: { in: ["approve", "settle", "return", "withdraw", "reopen", "raise_approvals"] },
      },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      include: { actor: personName, claim: { select: { contentRevision: true } } },
    }),
    await clientOf(tx).vote.findMany({
      where: { claimId: { in: claimIds }, claim: { state: { in: ["approved", "published"] } } },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      include: {
        voter: personName,
        rating: { select: { key: true } },
        claim: {
          select: {
            contentRevision: true,
            article: { select: { requiredApprovals: true } },
            currentVerdict: { select: { rating: { select: { key: true } } } },
          },
        },
      },
    }),
  ];
  const signed = new Map<string, Map<string, Approval>>();
  const add = (claimId: string, { id, name }: PersonName, at: Date) => {
    const approvals = signed.get(claimId) ?? new Map<string, Approval>();
    signed.set(claimId, approvals);
    if (!approvals.has(id)) approvals.set(id, { claimId, actor: { id, name }, at: at.toISOString() });
  };
  for (const { claimId, contentRevision, voter, byGuest, rating, claim, at } of votes)
    if (
      contentRevision === claim.contentRevision &&
      rating.key === claim.currentVerdict?.rating.key &&
      // If one approval is enough, a guest's vote is only an opinion.
      !(byGuest && claim.article.requiredApprovals < 2)
    )
      add(claimId, voter, at);
  const standing = new Map<string, typeof steps>();
  for (const step of steps) {
    const isApproval = step.action === "approve" || step.action === "settle";
    const before = isApproval ? (standing.get(step.claimId) ?? []) : [];
    standing.set(step.claimId, isApproval ? [...before, step] : []);
  }
  for (const step of [...standing.values()].flat())
    if (step.contentRevision === step.claim.contentRevision) add(step.claimId, step.actor, step.at);
  return [...signed.values()].flatMap((approvals) => [...approvals.values()]);
}

/** A claim's review steps, newest first. */
export async function listReviews(claimId: string): Promise<ReviewStep[]> {
  const rows = await clientOf().review.findMany({
    where: { claimId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: { actor: personName },
  });
  return rows.map((row) => ({
    action: row.action,
    toState: row.toState,
    contentRevision: row.contentRevision,
    note: row.note,
    actor: toPersonName(row.actor),
    at: row.at.toISOString(),
  }));
}

/** The last submission of each claim. */
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

/** All verdicts of several claims, newest first, by claim. */
export async function listVerdictsOfClaims(
  claimIds: readonly string[],
): Promise<Map<string, { rating: string; by: string; at: string; reasons: string }[]>> {
  const rows = await clientOf().verdict.findMany({
    where: { claimId: { in: [...claimIds] } },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    select: {
      claimId: true,
      rationaleText: true,
      givenAt: true,
      rating: { select: { label: true } },
      givenBy: { select: { name: true } },
    },
  });
  const byClaim = new Map<string, { rating: string; by: string; at: string; reasons: string }[]>();
  for (const { claimId, rationaleText: reasons, givenAt, rating, givenBy } of rows) {
    const verdict = { rating: rating.label, by: givenBy.name, at: givenAt.toISOString(), reasons };
    byClaim.set(claimId, [...(byClaim.get(claimId) ?? []), verdict]);
  }
  return byClaim;
}

/** All verdicts of a claim, newest first. */
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
