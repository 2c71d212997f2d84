import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  findPersonalSettings,
  lockPersonalSettings,
  updatePersonalSettings,
} from "@/lib/db/personal-settings";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { type DateSettings, dateSettingsInput } from "@/lib/personal/date-settings";
import type { PersonalSettings } from "@/lib/personal/personal-settings";
import {
  applyShortcutChange,
  type ShortcutChange,
  type Shortcuts,
  shortcutChange,
} from "@/lib/personal/shortcuts";
import { type Tour, tourInput } from "@/lib/personal/tour";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { parseInput } from "@/lib/workflows/refusals";

/*
 * People can only read and change their own settings: each query is limited to the actor's row.
 */

/** How the desk is set up for the actor. */
export async function getPersonalSettings(actor: Actor): Promise<PersonalSettings> {
  return findPersonalSettings(actor.id);
}

/** Changes some of the actor's shortcuts. @returns all of them */
export async function changeShortcuts(
  actor: Actor,
  input: ShortcutChange,
): Promise<Result<Shortcuts, Failure>> {
  const parsed = parseInput(shortcutChange, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const { shortcuts: before } = await lockPersonalSettings(tx, actor.id);
    const shortcuts = applyShortcutChange(before, parsed.value);
    await updatePersonalSettings(tx, actor.id, { shortcuts });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "user.set-shortcuts",
      targetType: "user",
      targetId: actor.id,
      from: before,
      to: shortcuts,
    });
    return ok(shortcuts);
  });
}

/** Chooses the language and the time zone of the dates that the actor sees. */
export async function setDates(
  actor: Actor,
  input: Partial<DateSettings>,
): Promise<Result<DateSettings, Failure>> {
  const parsed = parseInput(dateSettingsInput, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const { dates: before } = await lockPersonalSettings(tx, actor.id);
    const dates = parsed.value;
    await updatePersonalSettings(tx, actor.id, { dates });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "user.set-dates",
      targetType: "user",
      targetId: actor.id,
      from: before,
      to: dates,
    });
    return ok(dates);
  });
}

/** Records where the actor is in the tour. It changes nothing else, so the history does not list it. */
export async function recordTour(
  actor: Actor,
  input: { state: Tour["state"]; step: Tour["step"] },
): Promise<Result<Tour, Failure>> {
  const parsed = parseInput(tourInput, input);
  if (!parsed.ok) return parsed;
  const tour = parsed.value;
  return inTransaction(async (tx) => {
    await lockPersonalSettings(tx, actor.id);
    await updatePersonalSettings(tx, actor.id, { tour });
    return ok(tour);
  });
}
