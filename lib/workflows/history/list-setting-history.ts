import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult } from "@/lib/workflows/refusals";
import { type HistoryFilterInput, type TimelineEvent, timelinePage } from "./timeline";

/** The events of the desk's settings, rating scales and webhooks, newest first. */
export async function listSettingHistory(
  actor: Actor,
  input: Pick<HistoryFilterInput, "page">,
): Promise<Result<{ events: TimelineEvent[]; total: number; newest: string; page: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "setting"));
  return allowed.ok
    ? ok(await timelinePage(actor, { targetTypes: ["setting", "scale", "webhook"] }, input))
    : allowed;
}
