import type { z } from "zod";
import type { SettingKey } from "@/lib/settings/desk-settings";
import type { DeskSettingsView, SettingState } from "@/lib/workflows/settings/desk-settings";
import type { settingSchema, settingsSchema } from "../../schemas/desk/setting";

function presentState({ revision, changedBy, changedAt }: SettingState) {
  return { revision, changedBy: changedBy && { id: changedBy.id, name: changedBy.name }, changedAt };
}

export function presentSetting(
  { settings, states }: DeskSettingsView,
  key: SettingKey,
): z.output<typeof settingSchema> {
  return { key, value: settings[key], ...presentState(states[key]) };
}

export function presentSettings({ settings, states }: DeskSettingsView): z.output<typeof settingsSchema> {
  const stated = <Key extends SettingKey>(key: Key) => ({
    value: settings[key],
    ...presentState(states[key]),
  });
  return {
    requiredApprovals: stated("requiredApprovals"),
    claimRequirements: stated("claimRequirements"),
    tags: stated("tags"),
    organisation: stated("organisation"),
    watching: stated("watching"),
  };
}
