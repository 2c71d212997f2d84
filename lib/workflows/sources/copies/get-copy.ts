import { findSnapshotBody } from "@/lib/db/snapshots";
import { findSourceTarget } from "@/lib/db/source-target";
import type { Failure } from "@/lib/failure";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** The original bytes of a saved copy. */
export async function getCopy(
  actor: Actor,
  { sourceId, snapshotId }: { sourceId: string; snapshotId: string },
): Promise<Result<{ body: Uint8Array; mediaType: string; takenAt: Date }, Failure>> {
  // Where the source is cited only matters for guests.
  const target = isGuest(actor) ? await findSourceTarget(sourceId) : null;
  const allowed = asResult(can(actor, "read", "source", target));
  if (!allowed.ok) return allowed;
  const copy = await findSnapshotBody(sourceId, snapshotId);
  return copy ? ok(copy) : notFound("file");
}
