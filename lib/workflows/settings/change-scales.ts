import { appendAuditEvent } from "@/lib/db/audit-events";
import { type ListedScale, listAllScales, lockScales, type StoredScale } from "@/lib/db/scales";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import { asResult } from "@/lib/workflows/refusals";

export async function changeScales<T>(
  actor: Actor,
  change: (tx: Tx, scales: ListedScale[]) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const allowed = asResult(can(actor, "change", "scale"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    await lockScales(tx);
    return change(tx, await listAllScales(tx));
  });
}

export function scaleEntry({ name, version, ratings }: StoredScale) {
  return { name, version, ratings };
}

export async function logScaleChange(
  tx: Tx,
  actor: Actor,
  action: string,
  targetId: string,
  from: object | null,
  to: object,
): Promise<void> {
  await appendAuditEvent(tx, { actorId: actor.id, action, targetType: "scale", targetId, from, to });
}
