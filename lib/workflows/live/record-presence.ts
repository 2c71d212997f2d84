import { isUuid } from "@/lib/db/is-uuid";
import { forgetTab, listTabs, recordTab } from "@/lib/db/presence";
import type { Failure } from "@/lib/failure";
import { type PresenceInput, type PresentTab, presenceInput } from "@/lib/live/presence";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { parseInput } from "@/lib/workflows/refusals";
import { canSubscribe } from "./watch-changes";

/** Records which claim a person is viewing, or that they left. This is not audited, as it changes no content. */
export async function recordPresence(actor: Actor, input: PresenceInput): Promise<Result<null, Failure>> {
  const parsed = parseInput(presenceInput, input);
  if (!parsed.ok) return parsed;
  if (parsed.value.kind === "left") {
    await forgetTab(parsed.value.tabId, actor.id);
    return ok(null);
  }
  const { kind: _, ...tab } = parsed.value;
  const allowed = await canSubscribe(actor, tab.articleId);
  if (!allowed.ok) return allowed;
  await recordTab({ ...tab, userId: actor.id });
  return ok(null);
}

/** People who have an article open. */
export async function listPresence(actor: Actor, articleId: string): Promise<Result<PresentTab[], Failure>> {
  const allowed = await canSubscribe(actor, articleId);
  if (!allowed.ok) return allowed;
  return ok(isUuid(articleId) ? await listTabs(articleId) : []);
}
