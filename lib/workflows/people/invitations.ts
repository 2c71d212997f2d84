import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { hashPassword } from "@/lib/credentials/password";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  findInvitation as findInvitationById,
  findInvitationByToken,
  type Invitation,
  insertInvitation,
  revokeInvitationRow,
} from "@/lib/db/invitations";
import { inTransaction } from "@/lib/db/transaction";
import { findUserByEmail } from "@/lib/db/users";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { sendMail } from "@/lib/mail/send-mail";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { limitAttempts } from "@/lib/workflows/sign-in/limit-attempts";
import { getSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";
import { joinByInvitation } from "./join-by-invitation";
import { mailLanguage } from "./mail-language";
import { invitationMail } from "./mails";
import { nameInput, type PersonInput, passwordInput, personInput } from "./person-input";

/** Days for which an invitation is valid. */
const VALID_DAYS = 7;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** A new invitation link. Only the hash of its token is stored. */
export function makeInvitationLink(): { token: string; link: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, link: `${env().publicUrl}/desk/invitations/${token}`, tokenHash: hashOf(token) };
}

/** Invites a person, also by mail if mail is enabled. @returns the link, which is not stored */
export async function invitePerson(
  actor: Actor,
  input: PersonInput,
): Promise<Result<{ token: string; link: string; mailed: boolean; invitation: Invitation }, Failure>> {
  const allowed = asResult(can(actor, "invite", "person"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(personInput, input);
  if (!parsed.ok) return parsed;
  const { token, link, tokenHash } = makeInvitationLink();
  return inTransaction(async (tx) => {
    if (await findUserByEmail(parsed.value.email, tx))
      return invalid("Someone is already registered with this address.", {
        email: ["This address is already registered."],
      });
    const invitation = await insertInvitation(tx, {
      ...parsed.value,
      tokenHash,
      expiresAt: new Date(Date.now() + VALID_DAYS * 24 * 60 * 60 * 1000),
      invitedById: actor.id,
    });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "invitation.create",
      targetType: "invitation",
      targetId: invitation.id,
      to: parsed.value,
    });
    const { email: to, name, role } = parsed.value;
    const language = await mailLanguage(null, { tx });
    await sendMail(
      invitationMail({ to, name, role, inviter: actor.name, link, days: VALID_DAYS, language }),
      tx,
    );
    return ok({ token, link, mailed: isMailEnabled(), invitation });
  });
}

/** The invitation behind a link, if any. */
export async function findInvitation(token: string): Promise<Invitation | null> {
  return findInvitationByToken(hashOf(token));
}

const acceptInput = z.object({
  token: z.string().max(200),
  password: passwordInput,
  /** The person's own spelling, if different from the invitation. */
  name: nameInput.optional(),
  /** The network address of the attempt, if known. */
  address: z.string().max(100),
});

/** Registers the invited person with the password they chose. */
export async function acceptInvitation(
  input: z.input<typeof acceptInput>,
): Promise<Result<{ email: string }, Failure>> {
  const parsed = parseInput(acceptInput, input);
  if (!parsed.ok) return parsed;
  const allowed = await limitAttempts({ key: `invitation:address:${parsed.value.address}`, max: 50 });
  if (!allowed.ok) return allowed;
  if ((await getSignInPolicy()).passwordsOff)
    return invalid("This desk does not accept passwords. Join through one of the providers on this page.");
  const passwordHash = await hashPassword(parsed.value.password);
  return inTransaction(async (tx) => {
    const invitation = await findInvitationByToken(hashOf(parsed.value.token), tx);
    if (!invitation) return notFound("invitation");
    if (invitation.state !== "open")
      return invalid(
        "This invitation was used, withdrawn, or has expired. Ask the person who invited you for a new one.",
      );
    const { email } = invitation;
    if (await findUserByEmail(email, tx))
      return invalid("Someone is already registered with this address. Sign in instead.");
    const { name } = parsed.value;
    if (!(await joinByInvitation(tx, invitation, { name, passwordHash })))
      return invalid("This invitation was used in the meantime. Sign in instead.");
    return ok({ email });
  });
}

const revokeInput = z.object({ invitationId: z.string() });

/** Withdraws an invitation. */
export async function revokeInvitation(
  actor: Actor,
  input: z.input<typeof revokeInput>,
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "invite", "person"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(revokeInput, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const invitation = await findInvitationById(parsed.value.invitationId, tx);
    if (!invitation) return notFound("invitation");
    if (!(await revokeInvitationRow(tx, invitation.id)))
      return invalid("This invitation was already accepted or withdrawn.");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "invitation.revoke",
      targetType: "invitation",
      targetId: invitation.id,
      articleId: invitation.article?.id,
      from: { email: invitation.email, name: invitation.name, role: invitation.role },
    });
    return ok(null);
  });
}
