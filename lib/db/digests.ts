import type { NotificationKind } from "@/lib/notifications/notification";
import type { ClaimTarget } from "@/lib/policies/can";
import { clientOf, type Tx } from "./transaction";

/** People whose daily mail for this time has not been handled yet. */
export async function listDigestsDue(time: Date): Promise<string[]> {
  const rows = await clientOf().user.findMany({
    where: {
      disabledAt: null,
      createdAt: { lt: time },
      OR: [
        { preference: null },
        { preference: { digestedAt: null } },
        { preference: { digestedAt: { lt: time } } },
      ],
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * Claims a person's daily mail for this time, so that no other instance sends it.
 * @returns the time of the previous one, or null; "taken" if another instance claimed it first
 */
export async function claimDigest(tx: Tx, personId: string, time: Date): Promise<Date | null | "taken"> {
  const client = clientOf(tx);
  await client.$executeRaw`
    INSERT INTO "NotificationPreference" ("personId") VALUES (${personId}::uuid) ON CONFLICT DO NOTHING`;
  await client.$queryRaw`
    SELECT 1 FROM "NotificationPreference" WHERE "personId" = ${personId}::uuid FOR UPDATE`;
  const { digestedAt } = await client.notificationPreference.findUniqueOrThrow({ where: { personId } });
  if (digestedAt && digestedAt >= time) return "taken";
  await client.notificationPreference.update({ where: { personId }, data: { digestedAt: time } });
  return digestedAt;
}

/** A person's notifications from before a time that were neither read nor mailed. */
export async function listUnmailed(
  tx: Tx,
  personId: string,
  before: Date,
): Promise<{ id: string; kind: NotificationKind }[]> {
  const rows = await clientOf(tx).notification.findMany({
    where: { personId, readAt: null, mailedAt: null, at: { lt: before } },
    select: { id: true, kind: true },
  });
  return rows as { id: string; kind: NotificationKind }[];
}

/** Claims in review that were submitted between two times. */
export async function listSubmittedBetween(tx: Tx, since: Date, until: Date): Promise<ClaimTarget[]> {
  const rows = await clientOf(tx).claim.findMany({
    where: {
      state: "in_review",
      deletedAt: null,
      excluded: false,
      reviews: { some: { action: "submit", at: { gte: since, lt: until } } },
    },
    select: {
      articleId: true,
      createdById: true,
      lastEditedById: true,
      currentVerdict: { select: { givenById: true } },
      currentOutcome: { select: { givenById: true } },
      article: { select: { purpose: true } },
    },
  });
  return rows.map(({ articleId, createdById, lastEditedById, currentVerdict, currentOutcome, article }) => ({
    articleId,
    voted: false,
    createdById,
    lastEditedById,
    verdictById: (article.purpose === "manuscript" ? currentOutcome : currentVerdict)?.givenById ?? null,
  }));
}
