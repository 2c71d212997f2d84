import type { SignInMethod } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";
import { toUser, type User } from "./users";

export type { SignInMethod };

/** A person signed in on a device. */
export interface Session {
  id: string;
  userId: string;
  method: SignInMethod;
  /** Browser and operating system: "Firefox on Linux". */
  device: string;
  address: string;
  /** ISO 8601 instant. */
  createdAt: string;
  lastSeenAt: string;
  /** Null until the second step is complete. */
  secondFactorAt: string | null;
}

const shown = {
  id: true,
  userId: true,
  method: true,
  device: true,
  address: true,
  createdAt: true,
  lastSeenAt: true,
  secondFactorAt: true,
} as const;

interface Row {
  id: string;
  userId: string;
  method: SignInMethod;
  device: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  secondFactorAt: Date | null;
}

function toSession(row: Row): Session {
  const { id, userId, method, device, address } = row;
  return {
    id,
    userId,
    method,
    device,
    address,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    secondFactorAt: row.secondFactorAt?.toISOString() ?? null,
  };
}

const live = (now: Date) => ({ revokedAt: null, expiresAt: { gt: now } });

export async function insertSession(
  tx: Tx,
  session: {
    userId: string;
    method: SignInMethod;
    device: string;
    address: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<Session> {
  const data = { ...session, lastSeenAt: session.createdAt };
  return toSession(await clientOf(tx).session.create({ data, select: shown }));
}

/** An active session with its person, and whether they have a second factor. */
export async function findLiveSession(
  id: string,
  now: Date,
): Promise<{ session: Session; user: User; hasSecondFactor: boolean } | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf().session.findFirst({
    where: { id, ...live(now) },
    select: {
      ...shown,
      user: { include: { secondFactor: { select: { confirmedAt: true } } } },
    },
  });
  if (!row) return null;
  const { user, ...session } = row;
  return {
    session: toSession(session),
    user: toUser(user),
    hasSecondFactor: user.secondFactor?.confirmedAt != null,
  };
}

/** Records that a session is in use, at most once a minute. */
export async function recordSeen(id: string, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000);
  await clientOf().session.updateMany({
    where: { id, revokedAt: null, lastSeenAt: { lt: minuteAgo } },
    data: { lastSeenAt: now },
  });
}

/** A person's active sessions, most recently used first. */
export async function listSessions(userId: string, now: Date): Promise<Session[]> {
  const rows = await clientOf().session.findMany({
    where: { userId, ...live(now) },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: shown,
    take: 100,
  });
  return rows.map(toSession);
}

/** Records that the second step is complete. @returns false if the session has ended */
export async function completeSession(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await clientOf(tx).session.updateMany({
    where: { id, ...live(now) },
    data: { secondFactorAt: now },
  });
  return count === 1;
}

/** Ends sessions of a person: one, all, or all but one. @returns how many were ended */
export async function revokeSessions(
  tx: Tx,
  userId: string,
  which: { only: string } | { allBut: string } | "all",
  now: Date,
): Promise<number> {
  const id = which === "all" ? undefined : "only" in which ? which.only : { not: which.allBut };
  const { count } = await clientOf(tx).session.updateMany({
    where: { userId, ...(id && { id }), ...live(now) },
    data: { revokedAt: now },
  });
  return count;
}

/** Deletes a person's sessions that ended long ago. */
export async function deleteSessionsBefore(tx: Tx, userId: string, before: Date): Promise<void> {
  await clientOf(tx).session.deleteMany({ where: { userId, expiresAt: { lt: before } } });
}
