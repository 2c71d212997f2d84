import type { Role } from "@/lib/policies/actor";
import type { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

export interface Invitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** ISO 8601 instant. */
  expiresAt: string;
  createdAt: string;
  invitedById: string;
  /** For a guest: the article they will see; null for staff. */
  article: { id: string; title: string } | null;
  state: "open" | "accepted" | "revoked" | "expired";
}

const withArticle = {
  article: { select: { id: true, title: true } },
} as const satisfies Prisma.InvitationInclude;

function toInvitation(row: Prisma.InvitationGetPayload<{ include: typeof withArticle }>): Invitation {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    invitedById: row.invitedById,
    article: row.article && { id: row.article.id, title: row.article.title },
    state: row.acceptedAt
      ? "accepted"
      : row.revokedAt
        ? "revoked"
        : row.expiresAt <= new Date()
          ? "expired"
          : "open",
  };
}

export async function insertInvitation(
  tx: Tx,
  invitation: {
    email: string;
    name: string;
    role: Role;
    tokenHash: string;
    expiresAt: Date;
    invitedById: string;
    /** For a guest. */
    articleId?: string;
  },
): Promise<Invitation> {
  return toInvitation(await clientOf(tx).invitation.create({ data: invitation, include: withArticle }));
}

export async function findInvitationByToken(tokenHash: string, tx?: Tx): Promise<Invitation | null> {
  const row = await clientOf(tx).invitation.findUnique({ where: { tokenHash }, include: withArticle });
  return row && toInvitation(row);
}

export async function findInvitation(id: string, tx: Tx): Promise<Invitation | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).invitation.findUnique({ where: { id }, include: withArticle });
  return row && toInvitation(row);
}

export async function listOpenInvitations(): Promise<Invitation[]> {
  const rows = await clientOf().invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: withArticle,
  });
  return rows.map(toInvitation);
}

/** The newest invitation for an address that can still be accepted. */
export async function findOpenInvitationByEmail(email: string, tx: Tx): Promise<Invitation | null> {
  const row = await clientOf(tx).invitation.findFirst({
    where: { email, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: withArticle,
  });
  return row && toInvitation(row);
}

/** Marks an invitation as accepted. @returns false if it was used or revoked, or has expired, in the meantime */
export async function acceptInvitationRow(tx: Tx, id: string, userId: string): Promise<boolean> {
  const { count } = await clientOf(tx).invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    data: { acceptedAt: new Date(), acceptedById: userId },
  });
  return count === 1;
}

export async function revokeInvitationRow(tx: Tx, id: string): Promise<boolean> {
  const { count } = await clientOf(tx).invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count === 1;
}

/** Guest invitations of an article that were neither accepted nor withdrawn, newest first. */
export async function listGuestInvitations(articleId: string): Promise<Invitation[]> {
  const rows = await clientOf().invitation.findMany({
    where: { articleId, acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: withArticle,
  });
  return rows.map(toInvitation);
}

/** Changes when an invitation expires. @returns false if it was used or withdrawn in the meantime */
export async function extendInvitationRow(tx: Tx, id: string, expiresAt: Date): Promise<boolean> {
  const { count } = await clientOf(tx).invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null },
    data: { expiresAt },
  });
  return count === 1;
}
