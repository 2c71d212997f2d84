import { appendAuditEvent } from "@/lib/db/audit-events";
import { deleteUnusedSource, lockSources } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";

/**
 * Deletes a source that no claim uses.
 * @param input.revision the SourceRecord.revision that the actor saw, if that matters
 */
export async function deleteSource(
  actor: Actor,
  { id, revision }: { id: string; revision?: number },
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "delete", "source"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const [source] = await lockSources(tx, [id]);
    if (!source) return notFound("source");
    if (revision !== undefined && source.revision !== revision)
      return err({
        kind: "stale",
        message: "Someone changed this source in the meantime. Look at it again before you delete it.",
        current: source,
      });
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
