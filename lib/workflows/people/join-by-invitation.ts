import { appendAuditEvent } from "@/lib/db/audit-events";
import { grantAccess } from "@/lib/db/guest-accesses";
import { acceptInvitationRow, type Invitation } from "@/lib/db/invitations";
import type { Tx } from "@/lib/db/transaction";
import { insertUser, type User } from "@/lib/db/users";

/**
 * Registers an invited person; a guest gets access to their article until the invitation would have expired.
 * @param chosen the person's own choices: a name if they changed it, and a password if they use one
 * @returns null if the invitation was used in the meantime
 */
export async function joinByInvitation(
  tx: Tx,
  invitation: Invitation,
  chosen: { name?: string | undefined; passwordHash: string | null },
): Promise<User | null> {
  const { id, email, role, article, invitedById, expiresAt } = invitation;
  const name = chosen.name ?? invitation.name;
  const { passwordHash } = chosen;
  const user = await insertUser(tx, { email, name, role, passwordHash, mustChangePassword: false });
  if (!(await acceptInvitationRow(tx, id, user.id))) return null;
  await appendAuditEvent(tx, {
    actorId: user.id,
    action: "invitation.accept",
    targetType: "invitation",
    targetId: id,
    articleId: article?.id,
    to: { userId: user.id },
  });
  await appendAuditEvent(tx, {
    actorId: user.id,
    action: "user.create",
    targetType: "user",
    targetId: user.id,
    to: { email, name, role },
  });
  if (article) {
    const access = { userId: user.id, articleId: article.id, invitedById, expiresAt: new Date(expiresAt) };
    await grantAccess(tx, access);
    await appendAuditEvent(tx, {
      actorId: user.id,
      action: "guest.join",
      targetType: "user",
      targetId: user.id,
      articleId: article.id,
      to: { guest: name, until: expiresAt },
    });
  }
  return user;
}
