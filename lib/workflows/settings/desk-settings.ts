import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listSettings, saveSetting } from "@/lib/db/desk-settings";
import { findLogo } from "@/lib/db/logos";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { listAdministrators } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import {
  type DeskSettings,
  defaultSettings,
  type SettingKey,
  settingInputs,
  settingKey,
  settingsFrom,
} from "@/lib/settings/desk-settings";
import { words } from "@/lib/words/words";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";

/** The revision of a setting, 0 if it was never changed, and its last change. */
export interface SettingState {
  revision: number;
  changedBy: PersonName | null;
  /** ISO 8601 instant. */
  changedAt: string | null;
}

/** The desk's current settings, for workflows that apply them. */
export async function readDeskSettings(tx?: Tx): Promise<DeskSettings> {
  const stored = await listSettings(tx);
  return settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
}

export interface DeskSettingsView {
  settings: DeskSettings;
  states: Record<SettingKey, SettingState>;
  /** People who can change the settings. */
  administrators: PersonName[];
}

/** The desk's settings, their revisions, and who can change them. */
export async function getDeskSettings(actor: Actor): Promise<Result<DeskSettingsView, Failure>> {
  const allowed = asResult(can(actor, "read", "setting"));
  if (!allowed.ok) return allowed;
  const [stored, administrators] = await Promise.all([listSettings(), listAdministrators()]);
  const state = (key: SettingKey): SettingState => {
    const found = stored.find((each) => each.key === key);
    return {
      revision: found?.revision ?? 0,
      changedBy: found?.updatedBy ?? null,
      changedAt: found?.updatedAt ?? null,
    };
  };
  return ok({
    settings: settingsFrom(new Map(stored.map(({ key, value }) => [key, value]))),
    states: {
      requiredApprovals: state("requiredApprovals"),
      claimRequirements: state("claimRequirements"),
      tags: state("tags"),
      organisation: state("organisation"),
      watching: state("watching"),
    },
    administrators,
  });
}

/** A logo is named by its content, so that a form could name any. */
async function missingLogo(tx: Tx, key: SettingKey, value: unknown) {
  if (key !== "organisation") return null;
  const { logo } = value as DeskSettings["organisation"];
  if (!logo) return null;
  const stored = await findLogo(logo.hash, tx);
  if (stored && isDeepStrictEqual(stored, logo)) return null;
  const message = words("organisation")("error.logo");
  return invalid(message, { logo: [message] });
}

const inputSchema = z.object({
  key: z.string(),
  /** The revision that the change was made on; 0 if it was never changed. */
  revision: z.int().min(0),
  value: z.unknown(),
});

export type ChangeSettingInput = z.input<typeof inputSchema>;

/** Changes one desk setting. Existing articles keep their number of approvals, and claims their tags. */
export async function changeDeskSetting(
  actor: Actor,
  input: ChangeSettingInput,
): Promise<Result<{ revision: number }, Failure>> {
  const allowed = asResult(can(actor, "change", "setting"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const key = settingKey(parsed.value.key);
  if (!key) return invalid("This setting does not exist. Reload the page.");
  const { revision } = parsed.value;
  const value = parseInput<z.ZodType>(settingInputs[key], parsed.value.value);
  if (!value.ok) return value;
  return inTransaction(async (tx) => {
    const missing = await missingLogo(tx, key, value.value);
    if (missing) return missing;
    const stored = (await listSettings(tx)).find((each) => each.key === key);
    const saved = await saveSetting(tx, { key, value: value.value, revision, updatedById: actor.id });
    if (!saved) {
      const now = (await listSettings(tx)).find((each) => each.key === key);
      return err({
        kind: "stale",
        message: `${now?.updatedBy.name ?? "Someone"} changed this setting in the meantime. Compare both values, then save again to replace theirs.`,
        current: { value: now?.value ?? defaultSettings[key], revision: now?.revision ?? 0 },
      });
    }
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "setting.change",
      targetType: "setting",
      targetId: key,
      from: { value: stored?.value ?? defaultSettings[key] },
      to: { value: value.value },
    });
    return ok({ revision: revision + 1 });
  });
}
