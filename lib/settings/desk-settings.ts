import { z } from "zod";
import { LIMITS } from "@/lib/claims/claim-input";
import { required } from "@/lib/input-fields";
import { type ClaimRequirements, defaultRequirements } from "@/lib/review/claim-requirements";

/** The tags that a desk keeps a list of. */
export interface ManagedTags {
  list: string[];
  /** Whether others may be given as well. */
  free: boolean;
}

/** What administrators decide for the desk. */
export interface DeskSettings {
  /** How many people sign off each claim of a new article, 1 to 5. */
  requiredApprovals: number;
  claimRequirements: ClaimRequirements;
  tags: ManagedTags;
}
export type SettingKey = keyof DeskSettings;

/** What a new desk has. */
export const defaultSettings: DeskSettings = {
  requiredApprovals: 1,
  claimRequirements: defaultRequirements,
  tags: { list: [], free: true },
};

const wholeNumber = (min: number, max: number) => {
  const message = `Give a whole number from ${min} to ${max}.`;
  return z.int(message).min(min, message).max(max, message);
};

/** How each setting is checked: when it is changed, and when it is read. */
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
        .array(required("A tag", LIMITS.tag, "A tag is empty. Remove it."))
        .max(500, "At most 500 tags fit. Remove some.")
        .transform((tags) => [...new Set(tags)])
        .refine(
          (tags) => tags.every((tag) => !tag.includes(",")),
          "A tag has a comma in it. Commas part the tags of a claim: use a dash.",
        ),
      free: z.boolean(),
    })
    .refine(
      ({ list, free }) => free || list.length > 0,
      "No tag is on the list. Put some on it, or allow others.",
    ),
} as const satisfies { [Key in SettingKey]: z.ZodType<DeskSettings[Key]> };

/** The setting of a name; null for a name that is none. */
export function settingKey(name: string): SettingKey | null {
  return Object.hasOwn(settingInputs, name) ? (name as SettingKey) : null;
}

/** The settings that are stored, over those of a new desk. What cannot be read any more is as for a new desk. */
export function settingsFrom(stored: ReadonlyMap<string, unknown>): DeskSettings {
  const read = <Key extends SettingKey>(key: Key): DeskSettings[Key] => {
    const parsed = settingInputs[key].safeParse(stored.get(key));
    return parsed.success ? (parsed.data as DeskSettings[Key]) : defaultSettings[key];
  };
  return {
    requiredApprovals: read("requiredApprovals"),
    claimRequirements: read("claimRequirements"),
    tags: read("tags"),
  };
}

/**
 * The tags that a desk's list does not have, where it allows no others.
 * @param kept tags that the claim has already: they may stay
 */
export function refusedTags(
  tags: readonly string[],
  managed: ManagedTags,
  kept: readonly string[] = [],
): string[] {
  if (managed.free) return [];
  return tags.filter((tag) => !managed.list.includes(tag) && !kept.includes(tag));
}
