import { appendAuditEvent } from "@/lib/db/audit-events";
import { inTransaction } from "@/lib/db/transaction";
import { ok } from "@/lib/result";

/** Records a failed sign-in attempt in the audit log. */
export async function recordSignInEvent(
  userId: string,
  action: "user.sign-in-failed" | "user.second-factor-failed",
  to: object,
): Promise<void> {
  await inTransaction(async (tx) => {
    // It is unknown who made the attempt, so there is no actor.
    await appendAuditEvent(tx, { actorId: null, action, targetType: "user", targetId: userId, to });
    return ok(null);
  });
}
