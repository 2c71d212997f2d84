import { z } from "zod";
import { hashPassword, verifyPassword } from "@/lib/credentials/password";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { countEvent } from "@/lib/db/rate-limits";
import { inTransaction } from "@/lib/db/transaction";
import { findPasswordHash, updateUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { err, ok, type Result } from "@/lib/result";
import { invalid, parseInput } from "@/lib/workflows/refusals";
import { passwordInput } from "./person-input";

const input = z.object({ current: z.string().max(1000), next: passwordInput });

/** Gives the actor a new password and ends all their sessions. */
export async function changePassword(
  actor: Actor,
  given: z.input<typeof input>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { current, next } = parsed.value;
  const tries = await countEvent(`change-password:${actor.id}`, 15 * 60);
  if (tries.count > 10)
    return err({
      kind: "rate-limited",
      message: "Too many tries. Wait some minutes and try again.",
      retryAfter: tries.secondsLeft,
    });
  if (!(await verifyPassword(await findPasswordHash(actor.id), current)))
    return invalid("This is not your current password.", { current: ["This is not your current password."] });
  if (current === next)
    return invalid("Choose a password other than the current one.", {
      next: ["Choose another than the current one."],
    });
  const passwordHash = await hashPassword(next);
  return inTransaction(async (tx) => {
    await updateUser(tx, actor.id, { passwordHash, mustChangePassword: false, endSessions: true });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "user.change-password",
      targetType: "user",
      targetId: actor.id,
    });
    return ok(null);
  });
}

/** Ends all sessions of the actor, this one too. */
export async function signOutEverywhere(actor: Actor): Promise<Result<null, Failure>> {
  return inTransaction(async (tx) => {
    await updateUser(tx, actor.id, { endSessions: true });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "user.sign-out-everywhere",
      targetType: "user",
      targetId: actor.id,
    });
    return ok(null);
  });
}
