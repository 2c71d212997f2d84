import { appendAuditEvent } from "@/lib/db/audit-events";
import { enqueueJob } from "@/lib/db/job-queue";
import { findSource, type LinkFound, listLinksDue, lockSources, recordLinkState } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { type Fetched, type FetchProblem, guardedFetch } from "@/lib/fetching/guarded-fetch";
import { ok, type Result } from "@/lib/result";

/** How often a page is looked at. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** How many pages are looked at for each time somebody sees which are due: that is once an hour. */
const AT_A_TIME = 200;

/**
 * Has each page looked at that was not looked at for a week. Only pages that the desk went to before are visited: those it keeps a
 * copy of, or tried to.
 * @returns how many are due
 */
export async function checkLinks(now: Date): Promise<number> {
  if (!env().keepsCited) return 0;
  const due = await listLinksDue(new Date(now.getTime() - WEEK_MS), AT_A_TIME);
  for (const sourceId of due) await enqueueJob(undefined, "check-link", sourceId, { sourceId });
  return due.length;
}

/** Sees whether a source's page still answers, and notes it. One that could not be kept when it was cited, and is back, is kept now. */
export async function checkLink({ sourceId }: { sourceId: string }): Promise<void> {
  const source = await findSource(undefined, sourceId);
  if (!source?.url || source.confidential) return;
  const fetched = await guardedFetch(source.url, { allowHosts: env().fetchAllowHosts, unread: true });
  await recordLinkCheck(sourceId, linkFound(fetched, new Date()));
  if (fetched.ok && source.keptAt === null) await enqueueJob(undefined, "keep-copy", sourceId, { sourceId });
}

/** Notes what a visit to a source's page found, and logs it where that is news. */
export async function recordLinkCheck(sourceId: string, found: LinkFound): Promise<void> {
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

/** What a visit to a page tells of its link. */
export function linkFound(fetched: Result<Fetched, FetchProblem>, now: Date): LinkFound {
  if (fetched.ok) return { linkState: "answers", linkNote: null, linkCheckedAt: now };
  const { status, message, large } = fetched.error;
  if (large) return { linkState: "answers", linkNote: message, linkCheckedAt: now };
  // A server that says so knows that a page is gone; whatever else goes wrong may be over tomorrow.
  const gone = status === 404 || status === 410;
  return {
    linkState: gone ? "gone" : "unreachable",
    linkNote: status ? `It answered ${status}.` : message,
    linkCheckedAt: now,
  };
}
