import { findArticle } from "@/lib/db/articles";
import { findLastAccess, type GuestAccess, listGuestAccesses } from "@/lib/db/guest-accesses";
import { type Invitation, listGuestInvitations } from "@/lib/db/invitations";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** A current, former or invited guest of an article. */
export interface Guest {
  /** Id of the invitation until it is accepted, then of the access. */
  id: string;
  kind: "invitation" | "access";
  name: string;
  email: string;
  /** ISO 8601 instants: when the access or the invitation expires. */
  until: string;
  revokedAt: string | null;
  lastSignInAt: string | null;
  state: "invited" | "open" | "expired" | "revoked";
}

export interface GuestList {
  article: { id: string; title: string };
  guests: Guest[];
}

/** The invited, current and former guests of an article. */
export async function listGuests(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<GuestList, Failure>> {
  const allowed = asResult(can(actor, "list", "guest", { articleId }));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const [invitations, accesses] = await Promise.all([
    listGuestInvitations(article.id),
    listGuestAccesses(article.id),
  ]);
  return ok({
    article: { id: article.id, title: article.title },
    guests: [...invitations.map(invited), ...accesses.map(admitted)],
  });
}

function invited({ id, name, email, expiresAt, state }: Invitation): Guest {
  return {
    id,
    kind: "invitation",
    name,
    email,
    until: expiresAt,
    revokedAt: null,
    lastSignInAt: null,
    state: state === "expired" ? "expired" : "invited",
  };
}

function admitted({ id, person, expiresAt, revokedAt, lastSignInAt, state }: GuestAccess): Guest {
  const { name, email } = person;
  return { id, kind: "access", name, email, until: expiresAt, revokedAt, lastSignInAt, state };
}

/** The ended access of a guest who has none now. */
export async function findEndedAccess(
  userId: string,
): Promise<{ article: string; at: string; invitedBy: string } | null> {
  const last = await findLastAccess(userId);
  if (!last || last.state === "open") return null;
  const { article, revokedAt, expiresAt, invitedBy } = last;
  return { article: article.title, at: revokedAt ?? expiresAt, invitedBy: invitedBy.name };
}
