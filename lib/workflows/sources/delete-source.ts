import { appendAuditEvent } from "@/lib/db/audit-events";
import { deleteUnusedSource, lockSources } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";

/** Deletes a source that no claim uses. */
export async function deleteSource(actor: Actor, { id }: { id: string }): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "delete", "source"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const [source] = await lockSources(tx, [id]);
    if (!source) return notFound("source");
    if (!(await deleteUnusedSource(tx, id)))
      return invalid("Claims use this source, possibly deleted ones. Merge it with another source instead.");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "source.delete",
      targetType: "source",
      targetId: id,
      from: source,
    });
    return ok(null);
  });
}
