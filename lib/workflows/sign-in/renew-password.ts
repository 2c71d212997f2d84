import { z } from "zod";
import { makePassword } from "@/lib/credentials/make-password";
import { hashPassword } from "@/lib/credentials/password";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { closeMailLinks } from "@/lib/db/mail-links";
import { inTransaction } from "@/lib/db/transaction";
import { findUser, findUserByEmail, type User, updateUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { canUsePassword } from "./sign-in";

const inputSchema = z.object({ userId: z.string() });

/**
 * Replaces the password of a person who forgot it with a one-time password, and ends their sessions. They choose a password of
 * their own when they sign in. Their second factor stays on.
 * @returns the one-time password, which is not stored in readable form
 */
export async function renewPassword(
  actor: Actor,
  input: z.input<typeof inputSchema>,
  now: Date,
): Promise<Result<{ password: string }, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { userId } = parsed.value;
  const allowed = asResult(can(actor, "renew-password", "person", { id: userId }));
  if (!allowed.ok) return allowed;
  const user = await findUser(userId);
  return user ? renew(user, actor.id, now) : notFound("person");
}

/** The same from the command line, which only the operator of the installation can reach. */
export async function renewPasswordOf(
  email: string,
  now: Date,
): Promise<Result<{ password: string }, Failure>> {
  const user = await findUserByEmail(email);
  return user ? renew(user, null, now) : invalid(`No one is registered as ${email}.`);
}

async function renew(
  user: User,
  actorId: string | null,
  now: Date,
): Promise<Result<{ password: string }, Failure>> {
  if (user.disabled) return invalid(`The account of ${user.name} is disabled. Enable it first.`);
  if (!(await canUsePassword(user.id)))
    return invalid(`Passwords are turned off. ${user.name} signs in with one of the providers instead.`);
  const password = makePassword();
  // Hashing is slow on purpose: not while the transaction is open.
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await updateUser(tx, user.id, { passwordHash, mustChangePassword: true, endSessions: true });
    // A link that was mailed to a person who no longer owns the mailbox would otherwise undo this.
    await closeMailLinks(tx, user.id, now);
    await appendAuditEvent(tx, {
      actorId,
      action: "user.renew-password",
      targetType: "user",
      targetId: user.id,
      to: { by: actorId ? "an administrator" : "the command line" },
    });
    return ok({ password });
  });
}
