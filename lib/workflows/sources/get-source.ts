import { type Attachment, listAttachments } from "@/lib/db/attachments";
import { countWaitingJobs } from "@/lib/db/job-queue";
import { findPageCheckTime } from "@/lib/db/page-checks";
import { findSnapshotText, listSnapshots, type Snapshot } from "@/lib/db/snapshots";
import { findSource, listUses, type SourceRecord, type SourceUse } from "@/lib/db/sources";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { type CopyState, copyStateOf } from "@/lib/sources/copy-state";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** A source with its uses, saved copies and attachments. */
export interface SourceOverview {
  source: SourceRecord;
  uses: SourceUse[];
  snapshots: Snapshot[];
  /** The displayed copy with its text: the requested one, or the newest. */
  shown: (Snapshot & { text: string }) | null;
  attachments: Attachment[];
  state: CopyState;
  /** When its page was last compared with the saved copy, ISO 8601 instant; null for never. */
  pageCheckedAt: string | null;
}

export async function getSource(
  actor: Actor,
  { id, snapshotId }: { id: string; snapshotId?: string | undefined },
): Promise<Result<SourceOverview, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const source = await findSource(undefined, id);
  if (!source) return notFound("source");
  const [uses, snapshots, shown, attachments, waiting, pageCheckedAt] = await Promise.all([
    listUses(id),
    listSnapshots(id),
    findSnapshotText(id, snapshotId),
    listAttachments(id),
    countWaitingJobs("keep-copy", [id]),
    findPageCheckTime(id),
  ]);
  const state = copyStateOf(source, waiting.has(id));
  return ok({ source, uses, snapshots, shown, attachments, state, pageCheckedAt });
}
