import { appendAuditEvent } from "@/lib/db/audit-events";
import { deleteSessionsBefore, insertSession, type SignInMethod } from "@/lib/db/sessions";
import { inTransaction } from "@/lib/db/transaction";
import { findUser, recordSignIn } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { invalid } from "@/lib/workflows/refusals";

/** How long a person stays signed in, in seconds. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;

const MONTH = 30 * 24 * 60 * 60 * 1000;

/**
 * Starts a session after the first step of signing in: a password, a mailed link or a provider. If the person has a second factor, the
 * session is incomplete until they enter a code, see lib/auth/find-actor.ts.
 */
export async function startSession(
  {
    userId,
    method,
    device,
    address,
  }: { userId: string; method: SignInMethod; device: string; address: string },
  now: Date,
): Promise<Result<{ id: string; epoch: number }, Failure>> {
  return inTransaction(async (tx) => {
    const user = await findUser(userId, tx);
    if (!user || user.disabled) return invalid("This account cannot be used. Ask an administrator.");
    const session = await insertSession(tx, {
      userId,
      method,
      device: device.slice(0, 100),
      address: address.slice(0, 100),
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    });
    await deleteSessionsBefore(tx, userId, new Date(now.getTime() - MONTH));
    await recordSignIn(userId, tx);
    await appendAuditEvent(tx, {
      actorId: userId,
      action: "user.sign-in",
      targetType: "user",
      targetId: userId,
      to: { sessionId: session.id, method, device, address },
    });
    return ok({ id: session.id, epoch: user.sessionEpoch });
  });
}
