import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { findAuditEvent, listEventsSinceOf } from "@/lib/db/audit-events";
import { findClaim } from "@/lib/db/claims";
import { findSource } from "@/lib/db/sources";
import type { Failure } from "@/lib/failure";
import { type ClaimRecord, recordOf } from "@/lib/history/claim-record";
import { contentAt, type Restored } from "@/lib/history/content-at";
import type { HistoryEvent } from "@/lib/history/history-event";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { settingKey } from "@/lib/settings/desk-settings";
import { detailsOf, updateArticleDetails } from "@/lib/workflows/articles/update-article-details";
import { undeleteClaim } from "@/lib/workflows/claims/delete-claim";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { changeDeskSetting, getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { findSourceOrMerged } from "@/lib/workflows/sources/follow-merges";
import { fieldsOf } from "@/lib/workflows/sources/source-fields";
import { updateSource } from "@/lib/workflows/sources/update-source";

const inputSchema = z.object({
  /** Number of the event. */
  event: z.string().max(20),
  moment: z.enum(["before", "after"], "Choose the state before or after the change."),
  /** The newest event of the same target that the actor has seen. */
  seen: z.string().regex(/^\d{1,18}$/, "Reload the page and try again."),
});

export type RestoreEventInput = z.input<typeof inputSchema>;

/**
 * Restores a claim, an article's details, a source or a setting to its state before or after an event. This is a new edit by the usual
 * workflow: policies, conflicts and reopening apply, and the log keeps what was undone.
 */
export async function restoreEvent(actor: Actor, input: RestoreEventInput): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "read-history", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { event: id, moment, seen } = parsed.value;
  const event = await findAuditEvent(id);
  if (!event) return notFound("event");
  const restored = { event: id, moment };
  const since = await listEventsSinceOf(event);
  if (since[0] && BigInt(since[0].id) > BigInt(seen))
    return err({
      kind: "stale",
      message: "This was changed in the meantime. Review the newest entries, then choose again.",
      current: { event: since[0].id },
    });
  switch (event.targetType) {
    case "claim":
      return restoreClaim(actor, event, since, restored);
    case "article":
      return restoreDetails(actor, event, since, restored);
    case "source":
      return restoreSource(actor, event, since, restored);
    case "setting":
      return restoreSetting(actor, event, moment);
    default:
      return invalid("This change cannot be restored.");
  }
}

const withoutValue = <T>(result: Result<T, Failure>): Result<null, Failure> =>
  result.ok ? ok(null) : result;

async function restoreClaim(
  actor: Actor,
  event: HistoryEvent,
  since: readonly HistoryEvent[],
  restored: Restored,
) {
  const found = await findClaim(event.targetId);
  if (!found) return notFound("claim");
  if (found.deleted) {
    const back = await undeleteClaim(actor, { claimId: found.id });
    // For a deletion, undeleting is all there is to restore.
    if (!back.ok || event.action === "claim.delete") return withoutValue(back);
  }
  const claim = await findClaim(event.targetId);
  if (!claim) return notFound("claim");
  const record = contentAt(recordOf(claim), since, restored.moment);
  const target = { claimId: claim.id, revision: claim.revision };
  return withoutValue(await updateClaim(actor, { ...(await contentOf(record)), ...target }, { restored }));
}

/** Recorded content as an input. Sources that are gone are replaced by the ones they were merged into, or created again. */
async function contentOf({ verdict, evidence, ...fields }: ClaimRecord) {
  return {
    ...fields,
    // The text of an earlier release names who carried the claim as well.
    ...(typeof fields.claimant === "string" && { carriedBy: null }),
    verdict: verdict && { ratingKey: verdict.ratingKey, rationaleDoc: verdict.rationaleDoc },
    evidence: await Promise.all(
      evidence.map(async ({ source, ...each }) => ({ ...each, source: await sourceOf(source) })),
    ),
  };
}

async function sourceOf({ id, ...fields }: ClaimRecord["evidence"][number]["source"]) {
  const known = await findSourceOrMerged(undefined, id);
  return known ? { id: known.id } : fields;
}

async function restoreDetails(
  actor: Actor,
  event: HistoryEvent,
  since: readonly HistoryEvent[],
  restored: Restored,
) {
  const article = await findArticle(event.targetId);
  if (!article) return notFound("article");
  const details = contentAt(detailsOf(article), since, restored.moment);
  return withoutValue(
    await updateArticleDetails(
      actor,
      { ...details, articleId: article.id, revision: article.revision },
      { restored },
    ),
  );
}

async function restoreSource(
  actor: Actor,
  event: HistoryEvent,
  since: readonly HistoryEvent[],
  restored: Restored,
) {
  const source = await findSource(undefined, event.targetId);
  if (!source) return notFound("source");
  const fields = contentAt(fieldsOf(source), since, restored.moment);
  return withoutValue(
    await updateSource(actor, { ...fields, id: source.id, revision: source.revision }, { restored }),
  );
}

async function restoreSetting(
  actor: Actor,
  { targetId: key, from, to }: HistoryEvent,
  moment: Restored["moment"],
) {
  const name = settingKey(key);
  const found = await getDeskSettings(actor);
  if (!found.ok) return found;
  if (!name) return invalid("This setting no longer exists.");
  const value = (moment === "before" ? from : to)?.value;
  return withoutValue(
    await changeDeskSetting(actor, { key, revision: found.value.states[name].revision, value }),
  );
}
