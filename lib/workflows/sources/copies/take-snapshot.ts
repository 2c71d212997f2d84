import { createHash } from "node:crypto";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { enqueueJob } from "@/lib/db/job-queue";
import { recordPageCheck } from "@/lib/db/page-checks";
import { findSnapshotText, insertSnapshot, type Snapshot } from "@/lib/db/snapshots";
import { findSource } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { guardedFetch } from "@/lib/fetching/guarded-fetch";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { isSamePage } from "@/lib/watching/page-change";
import { asResult, invalid, notFound } from "@/lib/workflows/refusals";
import { linkCheckOf, recordLinkCheck } from "../check-links";
import { findAffectedClaims, flagAffectedClaims } from "./flag-page-change";

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
  if (!saved.ok) return invalid(saved.error.message, undefined, saved.error.cause);
  return saved.value.snapshot ? ok(saved.value.snapshot) : notFound("source");
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

export interface SnapshotFailure {
  message: string;
  /** The error behind it, for the log. */
  cause?: unknown;
  /** The page did not answer, but may later. */
  temporary: boolean;
}

/** What a visit of a page found. */
export interface PageVisit {
  /** The new copy; null if the page says the same as the last one and was only compared. */
  snapshot: Snapshot | null;
  /** `first`: there was no copy before. */
  change: "first" | "same" | "changed";
  /** Claims that rely on the page and were flagged because it changed. */
  flagged: number;
}

/**
 * Visits a page, compares it with its last copy, and saves a new one. Claims that rely on a page that changed are flagged.
 * @param takenById null if no one asked for it
 * @param options.onlyChanges saves nothing if the page says the same as before
 */
export async function saveSnapshot(
  { id, url }: { id: string; url: string },
  takenById: string | null,
  { onlyChanges = false, now = new Date() } = {},
): Promise<Result<PageVisit, SnapshotFailure>> {
  const { fetchAllowHosts, wayback } = env();
  const fetched = await guardedFetch(url, { allowHosts: fetchAllowHosts });
  const link = linkCheckOf(fetched, now);
  await recordLinkCheck(id, link);
  await recordPageCheck(undefined, id, now);
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
  const { title, mediaType } = read.value;
  // Postgres cannot store NUL.
  const text = read.value.text.replaceAll("\0", "");
  const before = await findSnapshotText(id);
  const change = before === null ? "first" : isSamePage(before.text, text) ? "same" : "changed";
  if (change === "same" && onlyChanges) return ok({ snapshot: null, change, flagged: 0 });
  const affected = before && change === "changed" ? await findAffectedClaims(id, before.text, text) : [];
  const stored = await inTransaction(async (tx) => {
    const snapshot = await insertSnapshot(tx, {
      sourceId: id,
      url: address,
      title: title?.replaceAll("\0", "") ?? null,
      text,
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
    const flagged = before
      ? await flagAffectedClaims(tx, affected, {
          sourceId: id,
          beforeId: before.id,
          afterId: snapshot.id,
          now,
        })
      : 0;
    return ok({ snapshot, change, flagged } satisfies PageVisit);
  });
  return stored.ok
    ? stored
    : err({ message: stored.error.message, cause: stored.error.cause, temporary: false });
}
