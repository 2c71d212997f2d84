import { excerptOf, mentionedIds } from "@/lib/comments/mentions";
import {
  DEFAULT_PREFERENCE,
  NOTIFICATION_KIND_NAMES,
  type Notification,
  type NotificationKind,
  type Preference,
} from "@/lib/notifications/notification";
import type { NotificationPreference as PreferenceRow, Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { fromJson, toJson } from "./json";
import { clientOf, type Tx } from "./transaction";

const whole = {
  actor: { select: { id: true, name: true } },
  article: { select: { id: true, title: true } },
  claim: { select: { id: true, number: true, statement: true } },
  comment: { select: { id: true, body: true, deletedAt: true } },
} as const satisfies Prisma.NotificationInclude;

type WholeRow = Prisma.NotificationGetPayload<{ include: typeof whole }>;

async function toNotifications(rows: readonly WholeRow[], tx?: Tx): Promise<Notification[]> {
  const known = rows.filter((row): row is WholeRow & { kind: NotificationKind } => row.kind in KIND_BY_NAME);
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
    article: { id: row.article.id, title: row.article.title },
    claim: row.claim && { id: row.claim.id, number: row.claim.number, statement: row.claim.statement },
    comment: row.comment && {
      id: row.comment.id,
      excerpt: row.comment.deletedAt ? null : excerptOf(row.comment.body, people),
    },
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }));
}

const KIND_BY_NAME = Object.fromEntries(NOTIFICATION_KIND_NAMES.map((name) => [name, true]));

export interface NewNotification {
  personId: string;
  kind: NotificationKind;
  /** What happened. Nobody is told of it twice. */
  eventKey: string;
  actorId: string | null;
  articleId: string;
  claimId: string | null;
  commentId: string | null;
}

/** Tells people, but those who were told of the same event before. @returns those that are new */
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

/** What somebody was told, newest first. @param query.articleId what is about one article only */
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
      include: whole,
    }),
    client.notification.count({ where }),
  ]);
  const page = rows.slice(0, limit);
  return {
    items: await toNotifications(page),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    total,
  };
}

/** @param articleId those about one article only */
export async function countUnread(personId: string, articleId?: string): Promise<number> {
  return clientOf().notification.count({
    where: { personId, readAt: null, ...(articleId ? { articleId } : {}) },
  });
}

export async function findNotification(id: string, tx?: Tx): Promise<Notification | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).notification.findUnique({ where: { id }, include: whole });
  return row && ((await toNotifications([row], tx))[0] ?? null);
}

/** Notes that somebody read what they were told. @param ids all of theirs, where none are given */
export async function markRead(personId: string, ids?: readonly string[]): Promise<void> {
  await clientOf().notification.updateMany({
    where: { personId, readAt: null, ...(ids ? { id: { in: ids.filter(isUuid) } } : {}) },
    data: { readAt: new Date() },
  });
}

/**
 * Notes that a mail tells of these, but of those that were read or mailed before.
 * @returns what is to be mailed now, the oldest first
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
    include: whole,
  });
  return toNotifications(rows, tx);
}

/** Whose a notification is. */
export async function findNotifiedPerson(id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf().notification.findUnique({ where: { id }, select: { personId: true } });
  return row?.personId ?? null;
}

// ---------------------------------------------------------------- how people want to be told

function toPreference(row: PreferenceRow): Preference {
  return {
    mail: row.mail,
    deliveries: fromJson<Preference["deliveries"]>(row.deliveries),
    countsReview: row.countsReview,
  };
}

/** How people want to be told, of those who may sign in. */
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
