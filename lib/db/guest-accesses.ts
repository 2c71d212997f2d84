import type { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** Access of a person from outside the newsroom to one article. */
export interface GuestAccess {
  id: string;
  person: { id: string; name: string; email: string };
  article: { id: string; title: string };
  invitedBy: { id: string; name: string };
  /** ISO 8601 instants. */
  expiresAt: string;
  revokedAt: string | null;
  /** Their last sign-in; null if never. */
  lastSignInAt: string | null;
  state: "open" | "expired" | "revoked";
}

const withRelations = {
  user: { select: { id: true, name: true, email: true, lastSignInAt: true } },
  article: { select: { id: true, title: true } },
  invitedBy: { select: { id: true, name: true } },
} as const satisfies Prisma.GuestAccessInclude;

function toGuestAccess(row: Prisma.GuestAccessGetPayload<{ include: typeof withRelations }>): GuestAccess {
  return {
    id: row.id,
    person: { id: row.user.id, name: row.user.name, email: row.user.email },
    article: { id: row.article.id, title: row.article.title },
    invitedBy: { id: row.invitedBy.id, name: row.invitedBy.name },
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastSignInAt: row.user.lastSignInAt?.toISOString() ?? null,
    state: row.revokedAt ? "revoked" : row.expiresAt <= new Date() ? "expired" : "open",
  };
}

const open = (now: Date) =>
  ({ revokedAt: null, expiresAt: { gt: now } }) as const satisfies Prisma.GuestAccessWhereInput;

/** Selects the guests with open access to an article. For lib/db only. */
export function guestOf(articleId: string): Prisma.UserWhereInput {
  return { role: "guest", guestAccesses: { some: { articleId, ...open(new Date()) } } };
}

/** A guest's open access, if any. */
export async function findOpenAccess(userId: string, now: Date, tx?: Tx): Promise<GuestAccess | null> {
  const row = await clientOf(tx).guestAccess.findFirst({
    where: { userId, ...open(now) },
    orderBy: { expiresAt: "desc" },
    include: withRelations,
  });
  return row && toGuestAccess(row);
}

/** A guest's access that lasts longest or ended last. */
export async function findLastAccess(userId: string): Promise<GuestAccess | null> {
  const rows = await clientOf().guestAccess.findMany({ where: { userId }, include: withRelations });
  const endOf = (row: (typeof rows)[number]) => Number(row.revokedAt ?? row.expiresAt);
  const [last] = rows.sort((a, b) => endOf(b) - endOf(a));
  return last ? toGuestAccess(last) : null;
}

/** The current and former guests of an article, newest first, without those who have joined the newsroom since. */
export async function listGuestAccesses(articleId: string): Promise<GuestAccess[]> {
  const rows = await clientOf().guestAccess.findMany({
    where: { articleId, user: { role: "guest" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: withRelations,
  });
  return rows.map(toGuestAccess);
}

/** Grants or extends a guest's access to an article until a time. The guest must be locked. */
export async function grantAccess(
  tx: Tx,
  access: { userId: string; articleId: string; invitedById: string; expiresAt: Date },
): Promise<string> {
  const { userId, articleId, invitedById, expiresAt } = access;
  const { id } = await clientOf(tx).guestAccess.upsert({
    where: { userId_articleId: { userId, articleId } },
    create: access,
    update: { invitedById, expiresAt, revokedAt: null },
    select: { id: true },
  });
  return id;
}

/** Locks a guest's accesses until the transaction ends. */
export async function lockGuest(tx: Tx, userId: string): Promise<void> {
  await clientOf(tx).$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
}

export async function findGuestAccess(id: string, tx?: Tx): Promise<GuestAccess | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).guestAccess.findUnique({ where: { id }, include: withRelations });
  return row && toGuestAccess(row);
}

/** Ends an access. @returns false if it had already ended */
export async function revokeAccess(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await clientOf(tx).guestAccess.updateMany({
    where: { id, ...open(now) },
    data: { revokedAt: now },
  });
  return count === 1;
}

/** Filters people by access to an article: everyone except guests of other articles. */
export async function findPeopleWithAccess(
  tx: Tx | undefined,
  personIds: readonly string[],
  articleId: string | null,
): Promise<Set<string>> {
  const rows = await clientOf(tx).user.findMany({
    where: {
      id: { in: personIds.filter(isUuid) },
      OR: [{ role: { not: "guest" } }, ...(articleId === null ? [] : [guestOf(articleId)])],
    },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
