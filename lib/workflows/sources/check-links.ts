import { appendAuditEvent } from "@/lib/db/audit-events";
import { enqueueJob } from "@/lib/db/job-queue";
import { findSource, type LinkCheck, listLinksDue, lockSources, recordLinkState } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { type Fetched, type FetchProblem, guardedFetch } from "@/lib/fetching/guarded-fetch";
import { ok, type Result } from "@/lib/result";

/** How often a page is checked. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Pages checked per run, which is once an hour. */
const BATCH_SIZE = 200;

/**
 * Queues a check of each page that was not checked for a week. Only pages that the desk has visited before are checked: those that it
 * saved or tried to save.
 * @returns how many are due
 */
export async function checkLinks(now: Date): Promise<number> {
  if (!env().snapshotsCitedPages) return 0;
  const due = await listLinksDue(new Date(now.getTime() - WEEK_MS), BATCH_SIZE);
  for (const sourceId of due) await enqueueJob(undefined, "check-link", sourceId, { sourceId });
  return due.length;
}

/** Checks whether a source's page still answers, and records it. A page that could not be saved when it was cited is saved now if it is back. */
export async function checkLink({ sourceId }: { sourceId: string }): Promise<void> {
  const source = await findSource(undefined, sourceId);
  if (!source?.url || source.confidential) return;
  const fetched = await guardedFetch(source.url, { allowHosts: env().fetchAllowHosts, headersOnly: true });
  await recordLinkCheck(sourceId, linkCheckOf(fetched, new Date()));
  if (fetched.ok && source.keptAt === null) await enqueueJob(undefined, "keep-copy", sourceId, { sourceId });
}

/** Records the result of a link check, with an audit event if it changed. */
export async function recordLinkCheck(sourceId: string, found: LinkCheck): Promise<void> {
  const noted = await inTransaction(async (tx) => {
    const [before] = await lockSources(tx, [sourceId]);
    if (!before) return ok(null);
    await recordLinkState(sourceId, found, tx);
    const asExpected = before.linkState === "unchecked" && found.linkState === "answers";
    if (before.linkState !== found.linkState && !asExpected)
      await appendAuditEvent(tx, {
        actorId: null,
        action: "source.check-link",
        targetType: "source",
        targetId: sourceId,
        from: { linkState: before.linkState, linkNote: before.linkNote },
        to: { linkState: found.linkState, linkNote: found.linkNote },
      });
    return ok(null);
  });
  if (!noted.ok) throw new Error(noted.error.message);
}

/** The state of a link after fetching it. */
export function linkCheckOf(fetched: Result<Fetched, FetchProblem>, now: Date): LinkCheck {
  if (fetched.ok) return { linkState: "answers", linkNote: null, linkCheckedAt: now };
  const { status, message, tooLarge } = fetched.error;
  if (tooLarge) return { linkState: "answers", linkNote: message, linkCheckedAt: now };
  // 404 and 410 mean that the page is gone; any other problem may be temporary.
  const gone = status === 404 || status === 410;
  return {
    linkState: gone ? "gone" : "unreachable",
    linkNote: status ? `It answered ${status}.` : message,
    linkCheckedAt: now,
  };
}
