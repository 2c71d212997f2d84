import type { PersonName } from "@/lib/claims/claim";
import { fromDay } from "./dates";
import { clientOf, type Tx } from "./transaction";

/** The day on which a claim, or an article as a whole, is to be reviewed again. */
export interface ReviewDate {
  articleId: string;
  /** Null for the article as a whole. */
  claimId: string | null;
  /** ISO 8601 day. */
  on: string;
  reason: string;
  setBy: PersonName;
}

const withPerson = { setBy: { select: { id: true, name: true } } } as const;

function toReviewDate(row: {
  articleId: string;
  claimId: string | null;
  on: Date;
  reason: string;
  setBy: PersonName;
}): ReviewDate {
  const { articleId, claimId, on, reason, setBy } = row;
  return { articleId, claimId, on: on.toISOString().slice(0, 10), reason, setBy };
}

const subjectOf = ({ articleId, claimId }: Pick<ReviewDate, "articleId" | "claimId">) => claimId ?? articleId;

/** The review date of a claim, or, with a null `claimId`, of an article. */
export async function findReviewDate(
  subject: Pick<ReviewDate, "articleId" | "claimId">,
  tx?: Tx,
): Promise<ReviewDate | null> {
  const row = await clientOf(tx).reviewDate.findUnique({
    where: { subjectId: subjectOf(subject) },
    include: withPerson,
  });
  return row && toReviewDate(row);
}

/** Sets a review date, which has not been flagged yet. */
export async function saveReviewDate(
  tx: Tx,
  { articleId, claimId, on, reason, setById }: Omit<ReviewDate, "setBy"> & { setById: string },
): Promise<void> {
  const subjectId = subjectOf({ articleId, claimId });
  const data = { on: fromDay(on) as Date, reason, setById, setAt: new Date(), flaggedAt: null };
  await clientOf(tx).reviewDate.upsert({
    where: { subjectId },
    create: { subjectId, articleId, claimId, ...data },
    update: data,
  });
}

/** @returns whether there was one */
export async function deleteReviewDate(
  tx: Tx,
  subject: Pick<ReviewDate, "articleId" | "claimId">,
): Promise<boolean> {
  const { count } = await clientOf(tx).reviewDate.deleteMany({ where: { subjectId: subjectOf(subject) } });
  return count > 0;
}

/**
 * Marks review dates that have come as flagged, the earliest first, so that no other instance flags them. Those of deleted, retired or
 * excluded claims wait.
 * @param today ISO 8601 day
 */
export async function claimDueReviewDates(
  tx: Tx,
  today: string,
  now: Date,
  limit: number,
): Promise<ReviewDate[]> {
  const rows = await clientOf(tx).$queryRaw<{ subjectId: string }[]>`
    SELECT r."subjectId" FROM "ReviewDate" r LEFT JOIN "Claim" c ON c."id" = r."claimId"
    WHERE r."flaggedAt" IS NULL AND r."on" <= ${today}::date
      AND (c."id" IS NULL OR (c."deletedAt" IS NULL AND NOT c."excluded" AND c."state" <> 'retired'))
    ORDER BY r."on", r."subjectId" LIMIT ${limit} FOR UPDATE OF r SKIP LOCKED`;
  const where = { subjectId: { in: rows.map(({ subjectId }) => subjectId) } };
  await clientOf(tx).reviewDate.updateMany({ where, data: { flaggedAt: now } });
  return (await clientOf(tx).reviewDate.findMany({ where, include: withPerson })).map(toReviewDate);
}
