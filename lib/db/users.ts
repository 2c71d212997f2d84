import type { PersonName } from "@/lib/claims/claim";
import type { Role } from "@/lib/policies/actor";
import type { User as UserRow } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** A registered person. */
export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  mustChangePassword: boolean;
  /** Sessions from an earlier epoch are invalid. */
  sessionEpoch: number;
  disabled: boolean;
  /** ISO 8601 instant. */
  createdAt: string;
  lastSignInAt: string | null;
}

/** For lib/db only. */
export function toUser(row: UserRow): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    mustChangePassword: row.mustChangePassword,
    sessionEpoch: row.sessionEpoch,
    disabled: row.disabledAt !== null,
    createdAt: row.createdAt.toISOString(),
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  };
}

/** The form in which email addresses are stored and compared. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

export async function findUser(id: string, tx?: Tx): Promise<User | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).user.findUnique({ where: { id } });
  return row && toUser(row);
}

/** The names of some people, by their ids. */
export async function listNames(ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await clientOf().user.findMany({
    where: { id: { in: ids.filter(isUuid) } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** For signing in only. */
export async function findCredentials(
  email: string,
): Promise<{ user: User; passwordHash: string | null } | null> {
  const row = await clientOf().user.findUnique({ where: { email: normaliseEmail(email) } });
  return row && { user: toUser(row), passwordHash: row.passwordHash };
}

export async function findPasswordHash(id: string): Promise<string | null> {
  const row = await clientOf().user.findUnique({ where: { id }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
}

export async function findUserByEmail(email: string, tx?: Tx): Promise<User | null> {
  const row = await clientOf(tx).user.findUnique({ where: { email: normaliseEmail(email) } });
  return row && toUser(row);
}

/** Everyone, by name; people whose access is disabled come last. */
export async function listUsers(): Promise<User[]> {
  const rows = await clientOf().user.findMany({
    orderBy: [{ disabledAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map(toUser);
}

/** People with an active account whose name contains the text, by name. Guests are left out. */
export async function searchActiveUsers(query: string, limit: number): Promise<User[]> {
  const rows = await clientOf().user.findMany({
    where: {
      disabledAt: null,
      role: { not: "guest" },
      // Wildcards are escaped.
      name: { contains: query.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map(toUser);
}

export async function countUsers(tx?: Tx): Promise<number> {
  return clientOf(tx).user.count();
}

/** Locks the active administrators and returns their ids, so that two of them cannot disable each other at the same time. */
export async function lockActiveAdministrators(tx: Tx): Promise<string[]> {
  const rows = await clientOf(tx).$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "User" WHERE "role" = 'administrator' AND "disabledAt" IS NULL ORDER BY "id" FOR NO KEY UPDATE`;
  return rows.map((row) => row.id);
}

export async function insertUser(
  tx: Tx,
  user: { email: string; name: string; role: Role; passwordHash: string | null; mustChangePassword: boolean },
): Promise<User> {
  return toUser(await clientOf(tx).user.create({ data: { ...user, email: normaliseEmail(user.email) } }));
}

export async function updateUser(
  tx: Tx,
  id: string,
  change: {
    role?: Role;
    disabled?: boolean;
    passwordHash?: string;
    mustChangePassword?: boolean;
    endSessions?: boolean;
  },
): Promise<User> {
  const { disabled, endSessions, ...plain } = change;
  if (endSessions)
    await clientOf(tx).session.updateMany({
      where: { userId: id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
  return toUser(
    await clientOf(tx).user.update({
      where: { id },
      data: {
        ...plain,
        ...(disabled === undefined ? {} : { disabledAt: disabled ? new Date() : null }),
        ...(endSessions ? { sessionEpoch: { increment: 1 } } : {}),
      },
    }),
  );
}

/** The active administrators, by registration. */
export async function listAdministrators(): Promise<PersonName[]> {
  return clientOf().user.findMany({
    where: { role: "administrator", disabledAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

/** The first registered active administrator, whose password works even when passwords are off. */
export async function findFirstAdministratorId(): Promise<string | null> {
  const row = await clientOf().user.findFirst({
    where: { role: "administrator", disabledAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

export async function recordSignIn(id: string, tx: Tx): Promise<void> {
  await clientOf(tx).user.update({ where: { id }, data: { lastSignInAt: new Date() } });
}
