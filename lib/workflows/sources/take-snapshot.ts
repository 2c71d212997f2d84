import { createHash } from "node:crypto";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { enqueueJob } from "@/lib/db/job-queue";
import { insertSnapshot, type Snapshot } from "@/lib/db/snapshots";
import { findSource } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { guardedFetch } from "@/lib/fetching/guarded-fetch";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";
import { linkCheckOf, recordLinkCheck } from "./check-links";

/**
 * Saves a copy of a source's page: its bytes, its readable text, a hash and the time, so that it can be read when the page is gone.
 */
export async function takeSnapshot(
  actor: Actor,
  { sourceId }: { sourceId: string },
): Promise<Result<Snapshot, Failure>> {
  const allowed = asResult(can(actor, "save-copy", "source"));
  if (!allowed.ok) return allowed;
  const source = await findSource(undefined, sourceId);
  if (!source) return notFound("source");
  if (!source.url) return invalid("This source has no address. Attach a file instead.");
  const saved = await saveSnapshot({ id: sourceId, url: source.url }, actor.id);
  return saved.ok ? saved : invalid(saved.error.message, undefined, saved.error.cause);
}

/**
 * Saves the first copy of a cited page. Confidential sources are not visited: a request could reveal them.
 * @throws Error when the page may answer later
 */
export async function snapshotCitedPage({ sourceId }: { sourceId: string }): Promise<void> {
  const source = await findSource(undefined, sourceId);
  if (!source?.url || source.confidential || source.keptAt) return;
  const saved = await saveSnapshot({ id: sourceId, url: source.url }, null);
  if (saved.ok) return;
  const { message, cause, temporary } = saved.error;
  if (temporary) throw new Error(message, { cause });
  if (cause !== undefined) console.warn(`source ${sourceId} could not be saved: ${message}`, cause);
}

interface SnapshotFailure {
  message: string;
  /** The error behind it, for the log. */
  cause?: unknown;
  /** The page did not answer, but may later. */
  temporary: boolean;
}

async function saveSnapshot(
  { id, url }: { id: string; url: string },
  takenById: string | null,
): Promise<Result<Snapshot, SnapshotFailure>> {
  const { fetchAllowHosts, wayback } = env();
  const fetched = await guardedFetch(url, { allowHosts: fetchAllowHosts });
  const link = linkCheckOf(fetched, new Date());
  await recordLinkCheck(id, link);
  if (!fetched.ok) {
    const { message, cause } = fetched.error;
    return err({ message, cause, temporary: link.linkState === "unreachable" });
  }
  const { address, bytes } = fetched.value;
  const read = await runInChildProcess("read-source", {
    ...fetched.value,
    name: new URL(address).pathname,
  });
  if (!read.ok) {
    const message = describeIsolationFailure("The page", read.error);
    await recordLinkCheck(id, { ...link, linkNote: message });
    return err({ message, cause: read.error.cause, temporary: false });
  }
  const { title, text, mediaType } = read.value;
  const stored = await inTransaction(async (tx) => {
    const snapshot = await insertSnapshot(tx, {
      sourceId: id,
      url: address,
      title: title?.replaceAll("\0", "") ?? null,
      // Postgres cannot store NUL.
      text: text.replaceAll("\0", ""),
      body: bytes,
      mediaType,
      bodyHash: createHash("sha256").update(bytes).digest("hex"),
      takenById,
    });
    await appendAuditEvent(tx, {
      actorId: takenById,
      action: "source.keep",
      targetType: "source",
      targetId: id,
      to: { url: address, bodyHash: snapshot.bodyHash },
    });
    if (wayback) await enqueueJob(tx, "save-to-archive", id, { sourceId: id });
    return ok(snapshot);
  });
  return stored.ok
    ? stored
    : err({ message: stored.error.message, cause: stored.error.cause, temporary: false });
}
