import { findSource } from "@/lib/db/sources";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";
import { type HistoryFilterInput, type TimelineEvent, timelinePage } from "./timeline";

/** The events of a source, newest first. */
export async function listSourceHistory(
  actor: Actor,
  input: Pick<HistoryFilterInput, "page"> & { sourceId: string },
): Promise<Result<{ events: TimelineEvent[]; total: number; newest: string; page: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const source = await findSource(undefined, input.sourceId);
  if (!source) return notFound("source");
  return ok(await timelinePage(actor, { target: { type: "source", id: source.id } }, input));
}
