import type { ClaimRequirements } from "@/lib/review/claim-requirements";
import { words } from "@/lib/words/words";
import { describeOrganisation } from "./describe-organisation";
import type { DeskSettings, ManagedTags, SettingKey } from "./desk-settings";

const t = words("settings");
const watching = words("watching");

/** What each setting means, in sentences for the people it applies to. */
export const settingWords: { [Key in SettingKey]: (value: DeskSettings[Key]) => string[] } = {
  requiredApprovals: (count) => [t("approvals.value", { count })],
  claimRequirements: describeRequirements,
  tags: describeTags,
  organisation: describeOrganisation,
  watching: ({ pageDays, idleDays }) => [
    watching("setting.pageValue", { days: pageDays }),
    watching("setting.idleValue", { days: idleDays }),
  ],
};

function describeRequirements(required: ClaimRequirements): string[] {
  const sentences = [
    required.claimant && t("fields.claimantRequired"),
    required.claimedOn && t("fields.claimedOnRequired"),
    required.kind && t("fields.kindRequired"),
    required.tags && t("fields.tagsRequired"),
    required.sources > 0 && t("fields.sourcesRequired", { count: required.sources }),
    required.primarySource && t("fields.primarySourceRequired"),
    required.excerpts && t("fields.excerptsRequired"),
    required.copies && t("fields.copiesRequired"),
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? sentences : [t("fields.nothingRequired")];
}

function describeTags({ list, free }: ManagedTags): string[] {
  if (list.length === 0) return [t("tags.none")];
  return [list.join(", "), free ? t("tags.othersAllowed") : t("tags.othersRefused")];
}
