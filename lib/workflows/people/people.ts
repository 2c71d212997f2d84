import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { type Invitation, listOpenInvitations } from "@/lib/db/invitations";
import { listUsersWithSecondFactor } from "@/lib/db/second-factors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findUser, listUsers, lockActiveAdministrators, type User, updateUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { type Actor, ROLES, STAFF_ROLES } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** All registered people, and the open invitations. */
export async function listPeople(
  actor: Actor,
): Promise<Result<{ people: (User & { hasSecondFactor: boolean })[]; invitations: Invitation[] }, Failure>> {
  const allowed = asResult(can(actor, "list", "person"));
  if (!allowed.ok) return allowed;
  const [users, secured, invitations] = await Promise.all([
    listUsers(),
    listUsersWithSecondFactor(),
    listOpenInvitations(),
  ]);
  const people = users.map((user) => ({ ...user, hasSecondFactor: secured.includes(user.id) }));
  return ok({ people, invitations });
}

const roleInput = z.object({
  userId: z.string(),
  role: z.enum(STAFF_ROLES, "Choose a role. Guests are invited on the page of an article."),
  /** What it was when the caller read it. If that has changed, nothing is changed. */
  from: z.enum(ROLES).optional(),
});

export async function changePersonRole(
  actor: Actor,
  input: z.input<typeof roleInput>,
): Promise<Result<User, Failure>> {
  const parsed = parseInput(roleInput, input);
  if (!parsed.ok) return parsed;
  const { userId, role, from } = parsed.value;
  return changePerson(actor, "change-role", userId, role !== "administrator", async (tx, before) => {
    if (from !== undefined && from !== before.role) return null;
    const after = await updateUser(tx, userId, { role });
    return { after, from: { role: before.role }, to: { role } };
  });
}

const disableInput = z.object({
  userId: z.string(),
  disabled: z.boolean(),
  /** What it was when the caller read it. If that has changed, nothing is changed. */
  from: z.boolean().optional(),
});

/** Disables a person's account, ending their sessions immediately, or enables it again. */
export async function setPersonDisabled(
  actor: Actor,
  input: z.input<typeof disableInput>,
): Promise<Result<User, Failure>> {
  const parsed = parseInput(disableInput, input);
  if (!parsed.ok) return parsed;
  const { userId, disabled, from } = parsed.value;
  return changePerson(actor, "disable", userId, disabled, async (tx, before) => {
    if (from !== undefined && from !== before.disabled) return null;
    const after = await updateUser(tx, userId, { disabled, endSessions: true });
    return { after, from: { disabled: before.disabled }, to: { disabled } };
  });
}

/** @param change returns null if the person is no longer as the caller saw them */
async function changePerson(
  actor: Actor,
  action: "change-role" | "disable",
  userId: string,
  removesAdministrator: boolean,
  change: (tx: Tx, before: User) => Promise<{ after: User; from: object; to: object } | null>,
): Promise<Result<User, Failure>> {
  const allowed = asResult(can(actor, action, "person", { id: userId }));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const administrators = await lockActiveAdministrators(tx);
    // If two administrators disable each other at the same time, the second is no longer one when it is their turn.
    if (!administrators.includes(actor.id))
      return invalid("Your own account was changed in the meantime. Reload the page.");
    const before = await findUser(userId, tx);
    if (!before) return notFound("person");
    if (removesAdministrator && administrators.length === 1 && administrators[0] === userId)
      return invalid("This is the last administrator. Make someone else an administrator first.");
    const changed = await change(tx, before);
    if (!changed)
      return err({
        kind: "stale",
        message: "Someone changed this account. Look at it again, then repeat your change.",
        current: before,
      });
    const { after, from, to } = changed;
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: `user.${action}`,
      targetType: "user",
      targetId: userId,
      from,
      to,
    });
    return ok(after);
  });
}
