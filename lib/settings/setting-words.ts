import type { ClaimRequirements } from "@/lib/review/claim-requirements";
import type { DeskSettings, ManagedTags, SettingKey } from "./desk-settings";

/** What each setting says, in sentences for those who follow it. */
export const settingWords: { [Key in SettingKey]: (value: DeskSettings[Key]) => string[] } = {
  requiredApprovals: (number) => [
    number === 1 ? "One person signs off each claim." : `${number} people sign off each claim.`,
  ],
  claimRequirements: requirementWords,
  tags: tagWords,
};

/** What is asked of a claim besides a verdict with a rationale, a part each. */
function requirementWords(asked: ClaimRequirements): string[] {
  const words: [boolean, string][] = [
    [asked.claimant, "A claimant."],
    [asked.claimedOn, "The day on which it was claimed."],
    [asked.kind, "A kind other than “Other”."],
    [asked.tags, "At least one tag."],
    [asked.sources > 0, asked.sources === 1 ? "At least one source." : `At least ${asked.sources} sources.`],
    [asked.primarySource, "A primary source."],
    [asked.excerpts, "An excerpt of every source."],
    [asked.copies, "A copy of every source."],
  ];
  const parts = words.flatMap(([isAsked, part]) => (isAsked ? [part] : []));
  return parts.length > 0 ? parts : ["Nothing besides a verdict with a rationale."];
}

function tagWords({ list, free }: ManagedTags): string[] {
  if (list.length === 0) return ["The list is empty: each gives the tags that they want."];
  return [list.join(", "), free ? "Others may be given as well." : "No others may be given."];
}
