import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { deleteSecondFactor } from "@/lib/db/second-factors";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findUser, findUserByEmail, type User, updateUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({ userId: z.string() });

/** Removes a person's second factor when they have lost their device and recovery codes, and ends their sessions. */
export async function resetSecondFactor(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { userId } = parsed.value;
  const allowed = asResult(can(actor, "reset-second-factor", "person", { id: userId }));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const user = await findUser(userId, tx);
    return user ? reset(tx, user, actor.id) : notFound("person");
  });
}

/** The same from the command line, which only the operator of the installation can reach. */
export async function resetSecondFactorOf(email: string): Promise<Result<null, Failure>> {
  return inTransaction(async (tx) => {
    const user = await findUserByEmail(email, tx);
    return user ? reset(tx, user, null) : invalid(`No one is registered as ${email}.`);
  });
}

async function reset(tx: Tx, user: User, actorId: string | null): Promise<Result<null, Failure>> {
  if (!(await deleteSecondFactor(tx, user.id))) return invalid(`${user.name} has no second factor.`);
  await updateUser(tx, user.id, { endSessions: true });
  await appendAuditEvent(tx, {
    actorId,
    action: "user.remove-second-factor",
    targetType: "user",
    targetId: user.id,
    to: { by: actorId ? "an administrator" : "the command line" },
  });
  return ok(null);
}
