import { COUNT_READS } from "@/lib/capped-count";
import { excerptOf, mentionedIds } from "@/lib/comments/mentions";
import {
  DEFAULT_PREFERENCE,
  LISTED_CLAIMS,
  NOTIFICATION_KIND_NAMES,
  type Notification,
  type NotificationKind,
  type Preference,
} from "@/lib/notifications/notification";
import type { NotificationPreference as PreferenceRow, Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { fromJson, toJson } from "./json";
import { clientOf, type Tx } from "./transaction";

const withRelations = {
  actor: { select: { id: true, name: true } },
  article: { select: { id: true, title: true } },
  claim: { select: { id: true, number: true, statement: true } },
  comment: { select: { id: true, body: true, deletedAt: true } },
  claims: {
    select: { note: true, claim: { select: { id: true, number: true, statement: true } } },
    orderBy: { claim: { number: "asc" } },
    take: LISTED_CLAIMS,
  },
  _count: { select: { claims: true } },
} as const satisfies Prisma.NotificationInclude;

type FullRow = Prisma.NotificationGetPayload<{ include: typeof withRelations }>;

async function toNotifications(rows: readonly FullRow[], tx?: Tx): Promise<Notification[]> {
  const known = rows.filter((row): row is FullRow & { kind: NotificationKind } => row.kind in KIND_BY_NAME);
  const ids = known.flatMap(({ comment }) => (comment ? mentionedIds(comment.body) : []));
  const people =
    ids.length === 0
      ? []
      : await clientOf(tx).user.findMany({
          where: { id: { in: [...new Set(ids)] } },
          select: { id: true, name: true },
        });
  return known.map((row) => ({
    id: row.id,
    kind: row.kind,
    actor: row.actor && { id: row.actor.id, name: row.actor.name },
    article: row.article && { id: row.article.id, title: row.article.title },
    ...claimsOf(row),
    comment: row.comment && {
      id: row.comment.id,
      excerpt: row.comment.deletedAt ? null : excerptOf(row.comment.body, people),
    },
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }));
}

/** The claims of a notification. Those of earlier releases name one at most. */
function claimsOf(row: FullRow): Pick<Notification, "claim" | "claims" | "claimCount"> {
  const claims = row.claims.map(({ claim: { id, number, statement }, note }) => ({
    id,
    number,
    statement,
    note,
  }));
  if (claims.length > 1) return { claim: null, claims, claimCount: row._count.claims };
  const claim = row.claim && { id: row.claim.id, number: row.claim.number, statement: row.claim.statement };
  const note = claims[0]?.note ?? null;
  return { claim, claims: claim ? [{ ...claim, note }] : [], claimCount: claim ? 1 : 0 };
}

const KIND_BY_NAME = Object.fromEntries(NOTIFICATION_KIND_NAMES.map((name) => [name, true]));

export interface NewNotification {
  personId: string;
  kind: NotificationKind;
  /** Identifies the event; no one is notified of it twice. */
  eventKey: string;
  actorId: string | null;
  /** Null if it is about no article. */
  articleId: string | null;
  claimId: string | null;
  commentId: string | null;
}

/** Stores notifications, except for people who were already notified of the same event. @returns the new ones */
export async function insertNotifications(
  tx: Tx,
  notifications: readonly NewNotification[],
): Promise<{ id: string; personId: string; kind: NotificationKind }[]> {
  const rows = await clientOf(tx).notification.createManyAndReturn({
    data: [...notifications],
    skipDuplicates: true,
    select: { id: true, personId: true, kind: true },
  });
  return rows as { id: string; personId: string; kind: NotificationKind }[];
}

/** A claim of a notification, with the step that it is about. */
export interface ClaimNews {
  claimId: string;
  /** Identifies the step; no one is notified of it twice. */
  eventKey: string;
  /** Written with the step. */
  note: string | null;
}

/**
 * Notifies people of claims of an article. A person's notification that is of the same kind, of the same article and by the same person,
 * that is neither read nor mailed, and was not changed before `since`, gets these claims as well; otherwise they get a new one.
 * @returns the new ones
 */
export async function addClaimNews(
  tx: Tx,
  recipients: readonly { personId: string; kind: NotificationKind }[],
  {
    actorId,
    articleId,
    claims,
    since,
  }: { actorId: string | null; articleId: string; claims: readonly ClaimNews[]; since: Date },
): Promise<{ id: string; personId: string; kind: NotificationKind }[]> {
  const client = clientOf(tx);
  // Of steps at the same time, the second sees the notification of the first.
  const key = `notify:${articleId}:${actorId}`;
  await client.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const made: { id: string; personId: string; kind: NotificationKind }[] = [];
  for (const { personId, kind } of recipients) {
    const fresh = await withoutKnown(tx, personId, claims);
    const [first] = fresh;
    if (!first) continue;
    const open = await client.notification.findFirst({
      where: {
        ...{ personId, kind, actorId, articleId },
        ...{ commentId: null, readAt: null, mailedAt: null },
        at: { gte: since },
        claims: { some: {} },
      },
      orderBy: { at: "desc" },
      select: { id: true },
    });
    const { id } = open
      ? await client.notification.update({
          where: { id: open.id },
          data: { at: new Date() },
          select: { id: true },
        })
      : await client.notification.create({
          data: { personId, kind, actorId, articleId, claimId: first.claimId, eventKey: first.eventKey },
          select: { id: true },
        });
    if (!open) made.push({ id, personId, kind });
    // A claim that is in it already has its last step.
    const claimIds = fresh.map(({ claimId }) => claimId);
    await client.notificationClaim.deleteMany({ where: { notificationId: id, claimId: { in: claimIds } } });
    await client.notificationClaim.createMany({
      data: fresh.map((news) => ({ ...news, notificationId: id, personId })),
    });
  }
  return made;
}

/** The steps that a person has not been notified of. */
async function withoutKnown(tx: Tx, personId: string, claims: readonly ClaimNews[]): Promise<ClaimNews[]> {
  const where = { personId, eventKey: { in: claims.map(({ eventKey }) => eventKey) } };
  const select = { eventKey: true } as const;
  const known = new Set(
    [
      ...(await clientOf(tx).notification.findMany({ where, select })),
      ...(await clientOf(tx).notificationClaim.findMany({ where, select })),
    ].map(({ eventKey }) => eventKey),
  );
  return claims.filter(({ eventKey }) => !known.has(eventKey));
}

/** A person's notifications, newest first. @param query.articleId limits them to one article */
export async function listNotificationRows(
  personId: string,
  {
    cursor,
    limit,
    articleId,
  }: { cursor?: string | undefined; limit: number; articleId?: string | undefined },
): Promise<{ items: Notification[]; nextCursor: string | null; total: number }> {
  const client = clientOf();
  const where = { personId, ...(articleId ? { articleId } : {}) };
  const [rows, total] = await Promise.all([
    client.notification.findMany({
      where,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: limit + 1,
      ...(cursor && isUuid(cursor) ? { cursor: { id: cursor }, skip: 1 } : {}),
      include: withRelations,
    }),
    client.notification.count({ where, take: COUNT_READS }),
  ]);
  const page = rows.slice(0, limit);
  return {
    items: await toNotifications(page),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    total,
  };
}

/** Unread notifications, to one more than `COUNT_LIMIT`. @param articleId limits them to one article */
export async function countUnread(personId: string, articleId?: string): Promise<number> {
  return clientOf().notification.count({
    where: { personId, readAt: null, ...(articleId ? { articleId } : {}) },
    take: COUNT_READS,
  });
}

export async function findNotification(id: string, tx?: Tx): Promise<Notification | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).notification.findUnique({ where: { id }, include: withRelations });
  return row && ((await toNotifications([row], tx))[0] ?? null);
}

/** Marks a person's notifications as read. @param ids by default all of them */
export async function markRead(personId: string, ids?: readonly string[]): Promise<void> {
  await clientOf().notification.updateMany({
    where: { personId, readAt: null, ...(ids ? { id: { in: ids.filter(isUuid) } } : {}) },
    data: { readAt: new Date() },
  });
}

/**
 * Marks notifications as mailed, except those that were already read or mailed.
 * @returns the ones to mail now, oldest first
 */
export async function claimForMail(tx: Tx, ids: readonly string[]): Promise<Notification[]> {
  const taken = await clientOf(tx).notification.updateManyAndReturn({
    where: { id: { in: ids.filter(isUuid) }, readAt: null, mailedAt: null },
    data: { mailedAt: new Date() },
    select: { id: true },
  });
  const rows = await clientOf(tx).notification.findMany({
    where: { id: { in: taken.map(({ id }) => id) } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: withRelations,
  });
  return toNotifications(rows, tx);
}

/** The person whom a notification is for. */
export async function findNotifiedPerson(id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf().notification.findUnique({ where: { id }, select: { personId: true } });
  return row?.personId ?? null;
}

// ---------------------------------------------------------------- notification settings

function toPreference(row: PreferenceRow): Preference {
  return {
    mail: row.mail,
    deliveries: fromJson<Preference["deliveries"]>(row.deliveries),
    countsReview: row.countsReview,
  };
}

/** Notification settings of these people who are not disabled, by id. */
export async function listPreferences(
  personIds: readonly string[],
  tx?: Tx,
): Promise<Map<string, Preference>> {
  const rows = await clientOf(tx).user.findMany({
    where: { id: { in: personIds.filter(isUuid) }, disabledAt: null },
    select: { id: true, preference: true },
  });
  return new Map(
    rows.map(({ id, preference }) => [id, preference ? toPreference(preference) : DEFAULT_PREFERENCE]),
  );
}

export async function savePreference(
  tx: Tx,
  personId: string,
  change: Partial<Preference>,
): Promise<Preference> {
  const { deliveries, ...plain } = change;
  const data = { ...plain, ...(deliveries ? { deliveries: toJson(deliveries) } : {}) };
  return toPreference(
    await clientOf(tx).notificationPreference.upsert({
      where: { personId },
      create: { personId, ...data },
      update: data,
    }),
  );
}
