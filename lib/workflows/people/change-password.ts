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

const inputSchema = z.object({ current: z.string().max(1000), next: passwordInput });

/** Changes the actor's password and ends all their sessions. */
export async function changePassword(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { current, next } = parsed.value;
  const attempts = await countEvent(`change-password:${actor.id}`, 15 * 60);
  if (attempts.count > 10)
    return err({
      kind: "rate-limited",
      message: "Too many attempts. Wait a few minutes and try again.",
      retryAfter: attempts.secondsLeft,
    });
  if (!(await verifyPassword(await findPasswordHash(actor.id), current)))
    return invalid("This is not your current password.", { current: ["This is not your current password."] });
  if (current === next)
    return invalid("Choose a password that differs from your current one.", {
      next: ["Choose a different password."],
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

/** Ends all sessions of the actor, including this one. */
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
