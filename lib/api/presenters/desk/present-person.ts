import type { z } from "zod";
import type { Invitation } from "@/lib/db/invitations";
import type { User } from "@/lib/db/users";
import type { accountSchema, invitationSchema } from "../../schemas/desk/person";

export function presentAccount(user: User): z.output<typeof accountSchema> {
  const { id, name, email, role, disabled, createdAt, lastSignInAt } = user;
  return { id, name, email, role, disabled, createdAt, lastSignInAt };
}

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
