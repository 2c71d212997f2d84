import { appendAuditEvent } from "@/lib/db/audit-events";
import { inTransaction } from "@/lib/db/transaction";
import { ok } from "@/lib/result";

/** Notes in the audit log what happened to somebody's account where nothing else was written. */
export async function recordSignInEvent(
  userId: string,
  action: "user.sign-in-failed" | "user.second-factor-failed",
  to: object,
): Promise<void> {
  await inTransaction(async (tx) => {
    // Whoever tried is not known: the actor is nobody.
    await appendAuditEvent(tx, { actorId: null, action, targetType: "user", targetId: userId, to });
    return ok(null);
  });
}
