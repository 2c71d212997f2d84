import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  deleteIdentity,
  type ExternalIdentity,
  findIdentity,
  insertIdentity,
  listIdentities,
  recordIdentityUse,
} from "@/lib/db/external-identities";
import { findOpenInvitationByEmail } from "@/lib/db/invitations";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findUser, findUserByEmail, normaliseEmail, type User } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import type { ProviderId } from "@/lib/sign-in-settings";
import { invalid } from "@/lib/workflows/refusals";
import { joinByInvitation } from "./join-by-invitation";

/** A person as identified by a provider. */
export interface ExternalPerson {
  method: ProviderId;
  issuer: string;
  /** Their permanent id at the issuer. */
  subject: string;
  email: string | null;
  /** The provider has verified that they own this address. */
  emailVerified: boolean;
}

export type Admission =
  | { kind: "admitted"; userId: string }
  | { kind: "unverified" }
  /** Neither registered nor invited. */
  | { kind: "unknown" }
  | { kind: "disabled" }
  /** The person with this address is linked to another account of the same provider. */
  | { kind: "tied-otherwise" };

/**
 * Identifies a person by a provider: by issuer and subject; the first time by a verified address that is registered or invited, which
 * links the account. No one is registered without an invitation.
 */
export async function admitExternal(person: ExternalPerson, now: Date): Promise<Admission> {
  let admission: Admission = { kind: "unknown" };
  await inTransaction(async (tx) => {
    admission = await admit(tx, person, now);
    // A failure rolls back what was written for a person who is not admitted.
    return admission.kind === "admitted" ? ok(null) : invalid(admission.kind);
  });
  return admission;
}

async function admit(tx: Tx, person: ExternalPerson, now: Date): Promise<Admission> {
  const { issuer, subject } = person;
  const email = person.email ? normaliseEmail(person.email) : null;
  const known = await findIdentity(issuer, subject, tx);
  if (known) {
    const user = await findUser(known.userId, tx);
    if (!user || user.disabled) return { kind: "disabled" };
    await recordIdentityUse(tx, known.id, { email, now });
    return { kind: "admitted", userId: user.id };
  }
  if (!email || !person.emailVerified) return { kind: "unverified" };
  const user = (await findUserByEmail(email, tx)) ?? (await join(tx, email));
  if (!user) return { kind: "unknown" };
  if (user.disabled) return { kind: "disabled" };
  const { method } = person;
  if (!(await insertIdentity(tx, { userId: user.id, method, issuer, subject, email })))
    return { kind: "tied-otherwise" };
  await appendAuditEvent(tx, {
    actorId: user.id,
    action: "user.link-provider",
    targetType: "user",
    targetId: user.id,
    to: { method, issuer, email },
  });
  return { kind: "admitted", userId: user.id };
}

/** Accepts the open invitation of an address. @returns null where there is none */
async function join(tx: Tx, email: string): Promise<User | null> {
  const invitation = await findOpenInvitationByEmail(email, tx);
  if (!invitation) return null;
  return joinByInvitation(tx, invitation, { passwordHash: null });
}

/** The person linked to a provider's account. */
export async function findTiedUser(issuer: string, subject: string): Promise<string | null> {
  return (await findIdentity(issuer, subject))?.userId ?? null;
}

/** The provider accounts linked to the actor. */
export async function listOwnIdentities(actor: Actor): Promise<ExternalIdentity[]> {
  return listIdentities(actor.id);
}

/** Unlinks a provider account from the actor. */
export async function unlinkIdentity(
  actor: Actor,
  { identityId }: { identityId: string },
): Promise<Result<null, Failure>> {
  return inTransaction(async (tx) => {
    const method = await deleteIdentity(tx, actor.id, identityId);
    if (!method) return invalid("This account is no longer linked. Reload the page.");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "user.unlink-provider",
      targetType: "user",
      targetId: actor.id,
      from: { method },
    });
    return ok(null);
  });
}
