import { z } from "zod";
import { enqueueJob } from "@/lib/db/job-queue";
import { countEvent } from "@/lib/db/rate-limits";
import { findSource } from "@/lib/db/sources";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { hostOf } from "@/lib/watching/host-delays";
import { words } from "@/lib/words/words";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { type PageVisit, saveSnapshot } from "@/lib/workflows/sources/copies/take-snapshot";

/** Visits of one site in a window, across all instances and people. */
const VISITS = 3;
const WINDOW_SECONDS = 20;

const inputSchema = z.object({ sourceId: z.string() });

/** What the check of a page found. */
export type PageCheck = Pick<PageVisit, "change" | "flagged">;

/** Compares the page of a source with its saved copy, because someone asked for it. A new copy is saved only if the text changed. */
export async function checkPage(
  actor: Actor,
  input: z.input<typeof inputSchema>,
  now = new Date(),
): Promise<Result<PageCheck, Failure>> {
  const allowed = asResult(can(actor, "save-copy", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const t = words("watching");
  const source = await findSource(undefined, parsed.value.sourceId);
  if (!source) return notFound("source");
  if (!source.url) return invalid(t("error.noAddress"));
  if (source.confidential) return invalid(t("error.confidential"));
  const seconds = await secondsToWait(source.url);
  if (seconds > 0)
    return err({
      kind: "rate-limited",
      message: t("error.tooSoon", { host: hostOf(source.url) ?? "", seconds }),
      retryAfter: seconds,
    });
  const visit = await saveSnapshot({ id: source.id, url: source.url }, actor.id, { onlyChanges: true, now });
  if (!visit.ok) return invalid(visit.error.message, undefined, visit.error.cause);
  const { change, flagged } = visit.value;
  return ok({ change, flagged });
}

/** The same by itself, while the setting is on. A page that does not answer is tried again after the usual days; its link is noted as broken. */
export async function checkPageInJob({ sourceId }: { sourceId: string }, now: Date): Promise<void> {
  if ((await readDeskSettings()).watching.pageDays === 0) return;
  const source = await findSource(undefined, sourceId);
  if (!source?.url || source.confidential) return;
  const seconds = await secondsToWait(source.url);
  if (seconds > 0) {
    await enqueueJob(undefined, "check-page", sourceId, { sourceId }, seconds);
    return;
  }
  const visit = await saveSnapshot({ id: source.id, url: source.url }, null, { onlyChanges: true, now });
  if (!visit.ok && visit.error.cause !== undefined)
    console.warn(
      `the page of source ${sourceId} could not be checked: ${visit.error.message}`,
      visit.error.cause,
    );
}

/** Counts a visit of a site. @returns the seconds until it can be visited again; 0 if it can be now */
async function secondsToWait(url: string): Promise<number> {
  const { count, secondsLeft } = await countEvent(`page-check:${hostOf(url)}`, WINDOW_SECONDS);
  return count > VISITS ? Math.max(1, secondsLeft) : 0;
}
