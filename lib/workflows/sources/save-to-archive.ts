import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findSource, recordArchive } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { ok } from "@/lib/result";

const accepted = z.object({ job_id: z.string().regex(/^[\w-]+$/) });
const status = z.discriminatedUnion("status", [
  z.object({ status: z.literal("pending") }),
  z.object({ status: z.literal("success"), timestamp: z.string().regex(/^\d{14}$/), original_url: z.url() }),
  z.object({ status: z.literal("error"), message: z.string().optional(), status_ext: z.string().optional() }),
]);

/**
 * Asks the Wayback Machine to save a source's page ("Save Page Now 2"), waits for it, and records the archived address.
 * @param options.everyMs milliseconds between two status requests
 * @throws Error when it could not be saved and another attempt may help
 */
export async function saveToArchive(
  { sourceId }: { sourceId: string },
  { everyMs = 6000, questions = 30 } = {},
): Promise<void> {
  const { wayback } = env();
  const source = await findSource(undefined, sourceId);
  if (!wayback || !source?.url || source.confidential || source.archiveUrl) return;
  const ask = askWith(wayback.keys);
  const { job_id } = accepted.parse(
    await ask(`${wayback.url}/save`, new URLSearchParams({ url: source.url, skip_first_archive: "1" })),
  );
  for (let question = 0; question < questions; question++) {
    const answer = status.parse(await ask(`${wayback.url}/save/status/${job_id}`));
    if (answer.status === "error")
      throw new Error(
        `the archive could not save the page: ${answer.message ?? answer.status_ext ?? "no reason"}`,
      );
    if (answer.status === "success") {
      const archiveUrl = `${wayback.url}/web/${answer.timestamp}/${answer.original_url}`;
      await inTransaction(async (tx) => {
        if (await recordArchive(tx, sourceId, archiveUrl))
          await appendAuditEvent(tx, {
            actorId: null,
            action: "source.archive",
            targetType: "source",
            targetId: sourceId,
            from: { archiveUrl: null },
            to: { archiveUrl },
          });
        return ok(null);
      });
      return;
    }
    await pause(everyMs);
  }
  throw new Error("the archive did not finish saving the page in time");
}

/** Calls the archive's API with the keys of this installation. */
function askWith(keys: string) {
  return async (url: string, body?: URLSearchParams): Promise<unknown> => {
    const response = await fetch(url, {
      method: body ? "POST" : "GET",
      headers: { accept: "application/json", authorization: `LOW ${keys}` },
      ...(body && { body }),
      redirect: "error",
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok) throw new Error(`the archive answered ${response.status}`);
    return response.json();
  };
}
