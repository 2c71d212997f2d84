import { z } from "zod";
import { LIMITS } from "@/lib/claims/claim-input";
import { required } from "@/lib/input-fields";
import { bareOrganisation } from "@/lib/organisation";
import { type ClaimRequirements, defaultRequirements } from "@/lib/review/claim-requirements";
import { words } from "@/lib/words/words";
import { type OrganisationSetting, organisationInput } from "./organisation-input";

const t = words("settings");
const MAX_TAGS = 500;

/** The desk's list of tags. */
export interface ManagedTags {
  list: string[];
  /** Whether claims can have other tags too. */
  free: boolean;
}

/** What the desk watches by itself. */
export interface WatchingSetting {
  /** Days between two checks of the page of a source; 0 for none. */
  pageDays: number;
  /** Days without a change after which assigned work reminds its owner; 0 for never. */
  idleDays: number;
}

/** What administrators decide for the desk. */
export interface DeskSettings {
  /** How many people have to approve each claim of a new article, 1 to 5. */
  requiredApprovals: number;
  claimRequirements: ClaimRequirements;
  tags: ManagedTags;
  organisation: OrganisationSetting;
  watching: WatchingSetting;
}
export type SettingKey = keyof DeskSettings;

export const defaultSettings: DeskSettings = {
  requiredApprovals: 1,
  claimRequirements: defaultRequirements,
  tags: { list: [], free: true },
  organisation: bareOrganisation(null, null),
  // Pages are not visited without being asked to.
  watching: { pageDays: 0, idleDays: 7 },
};

const wholeNumber = (min: number, max: number) => {
  const message = t("error.wholeNumber", { min, max });
  return z.int(message).min(min, message).max(max, message);
};

/** Checks each setting, when it is saved and when it is read from the database. */
export const settingInputs = {
  requiredApprovals: wholeNumber(1, 5),
  claimRequirements: z.object({
    claimant: z.boolean(),
    claimedOn: z.boolean(),
    kind: z.boolean(),
    tags: z.boolean(),
    sources: wholeNumber(0, 10),
    primarySource: z.boolean(),
    excerpts: z.boolean(),
    copies: z.boolean(),
  }),
  tags: z
    .object({
      list: z
        .array(required(t("error.tagName"), LIMITS.tag, t("error.tagEmpty")))
        .max(MAX_TAGS, t("error.tagCount", { max: MAX_TAGS }))
        .transform((tags) => [...new Set(tags)])
        .refine((tags) => tags.every((tag) => !tag.includes(",")), t("error.tagComma")),
      free: z.boolean(),
    })
    .refine(({ list, free }) => free || list.length > 0, t("error.tagsNone")),
  organisation: organisationInput,
  watching: z.object({ pageDays: wholeNumber(0, 365), idleDays: wholeNumber(0, 90) }),
} as const satisfies { [Key in SettingKey]: z.ZodType<DeskSettings[Key]> };

/** The key of a setting by its name; null for an unknown name. */
export function settingKey(name: string): SettingKey | null {
  return Object.hasOwn(settingInputs, name) ? (name as SettingKey) : null;
}

/** The stored settings, with the defaults for those that are missing or no longer valid. */
export function settingsFrom(stored: ReadonlyMap<string, unknown>): DeskSettings {
  const read = <Key extends SettingKey>(key: Key): DeskSettings[Key] => {
    const parsed = settingInputs[key].safeParse(stored.get(key));
    return parsed.success ? (parsed.data as DeskSettings[Key]) : defaultSettings[key];
  };
  return {
    requiredApprovals: read("requiredApprovals"),
    claimRequirements: read("claimRequirements"),
    tags: read("tags"),
    organisation: read("organisation"),
    watching: read("watching"),
  };
}

/**
 * The tags that are not allowed because the desk's list does not have them.
 * @param current tags that the claim already has: they can stay
 */
export function refusedTags(
  tags: readonly string[],
  managed: ManagedTags,
  current: readonly string[] = [],
): string[] {
  if (managed.free) return [];
  return tags.filter((tag) => !managed.list.includes(tag) && !current.includes(tag));
}
