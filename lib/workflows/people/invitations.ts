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
import { joinByInvitation } from "./join-by-invitation";
import { limitAttempts } from "./limit-attempts";
import { invitationMail } from "./mails";
import { nameInput, type PersonInput, passwordInput, personInput } from "./person-input";
import { getSignInPolicy } from "./sign-in-policy";

/** Days that an invitation can be accepted. */
const DAYS = 7;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** A link that invites somebody. Its token is stored nowhere; by the hash it is known again. */
export function makeInvitationLink(): { token: string; link: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, link: `${env().publicUrl}/desk/invitations/${token}`, tokenHash: hashOf(token) };
}

/** Invites somebody, by mail as well where mail is sent. @returns the link, which is stored nowhere */
export async function invitePerson(
  actor: Actor,
  given: PersonInput,
): Promise<Result<{ token: string; link: string; mailed: boolean; invitation: Invitation }, Failure>> {
  const allowed = asResult(can(actor, "invite", "person"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(personInput, given);
  if (!parsed.ok) return parsed;
  const { token, link, tokenHash } = makeInvitationLink();
  return inTransaction(async (tx) => {
    if (await findUserByEmail(parsed.value.email, tx))
      return invalid("Somebody with this address is registered already.", {
        email: ["This address is registered already."],
      });
    const invitation = await insertInvitation(tx, {
      ...parsed.value,
      tokenHash,
      expiresAt: new Date(Date.now() + DAYS * 24 * 60 * 60 * 1000),
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
    await sendMail(invitationMail({ to, name, role, inviter: actor.name, link, days: DAYS }), tx);
    return ok({ token, link, mailed: isMailEnabled(), invitation });
  });
}

/** The invitation behind a link; null where there is none. */
export async function findInvitation(token: string): Promise<Invitation | null> {
  return findInvitationByToken(hashOf(token));
}

const acceptInput = z.object({
  token: z.string().max(200),
  password: passwordInput,
  /** As the person writes it themselves, where it is to be another than in the invitation. */
  name: nameInput.optional(),
  /** Where the try comes from, as far as it is known. */
  address: z.string().max(100),
});

/** Registers the invited person with the password they chose. */
export async function acceptInvitation(
  given: z.input<typeof acceptInput>,
): Promise<Result<{ email: string }, Failure>> {
  const parsed = parseInput(acceptInput, given);
  if (!parsed.ok) return parsed;
  const allowed = await limitAttempts({ key: `invitation:address:${parsed.value.address}`, most: 50 });
  if (!allowed.ok) return allowed;
  if ((await getSignInPolicy()).passwordsOff)
    return invalid("Passwords are off at this desk. Join through one of the providers on this page.");
  const passwordHash = await hashPassword(parsed.value.password);
  return inTransaction(async (tx) => {
    const invitation = await findInvitationByToken(hashOf(parsed.value.token), tx);
    if (!invitation) return notFound("invitation");
    if (invitation.state !== "open")
      return invalid(
        "This invitation was used, withdrawn, or has expired. Ask whoever sent it for a new one.",
      );
    const { email } = invitation;
    if (await findUserByEmail(email, tx))
      return invalid("Somebody with this address is registered already. Sign in instead.");
    const { name } = parsed.value;
    if (!(await joinByInvitation(tx, invitation, { name, passwordHash })))
      return invalid("This invitation was used in the meantime. Sign in instead.");
    return ok({ email });
  });
}

const revokeInput = z.object({ invitationId: z.string() });

/** Makes an invitation's link useless. */
export async function revokeInvitation(
  actor: Actor,
  given: z.input<typeof revokeInput>,
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "invite", "person"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(revokeInput, given);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const invitation = await findInvitationById(parsed.value.invitationId, tx);
    if (!invitation) return notFound("invitation");
    if (!(await revokeInvitationRow(tx, invitation.id)))
      return invalid("This invitation was accepted or withdrawn already.");
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
