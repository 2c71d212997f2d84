import type { z } from "zod";
import type { Invitation } from "@/lib/db/invitations";
import type { User } from "@/lib/db/users";
import type { accountSchema, invitationSchema, listedAccountSchema } from "../../schemas/desk/person";
import { stateRevision } from "../../state-revision";

export function presentAccount(user: User): z.output<typeof accountSchema> {
  const { id, name, email, role, disabled, createdAt, lastSignInAt } = user;
  return { id, name, email, role, disabled, createdAt, lastSignInAt };
}

export function presentListedAccount(
  user: User & { hasSecondFactor: boolean },
): z.output<typeof listedAccountSchema> {
  return { ...presentAccount(user), hasSecondFactor: user.hasSecondFactor };
}

/** The revision of what an administrator can change. */
export const personRevision = ({ role, disabled }: User) => ({ revision: stateRevision({ role, disabled }) });

export function presentInvitation(invitation: Invitation): z.output<typeof invitationSchema> {
  const { id, name, email, role, article, state, createdAt, expiresAt } = invitation;
  return {
    id,
    name,
    email,
    role,
    article: article && { id: article.id, title: article.title },
    state,
    createdAt,
    expiresAt,
  };
}
