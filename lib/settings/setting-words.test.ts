import { expect, test } from "vitest";
import { defaultSettings } from "./desk-settings";
import { settingWords } from "./setting-words";

const requirements = { ...defaultSettings.claimRequirements, sources: 0 };

test.each([
  ["one approval", settingWords.requiredApprovals(1), ["One person signs off each claim."]],
  ["more approvals", settingWords.requiredApprovals(3), ["3 people sign off each claim."]],
  [
    "no requirement",
    settingWords.claimRequirements(requirements),
    ["Nothing beyond a verdict with a rationale."],
  ],
  ["one source", settingWords.claimRequirements({ ...requirements, sources: 1 }), ["At least one source."]],
  [
    "several requirements",
    settingWords.claimRequirements({ ...requirements, claimant: true, sources: 2 }),
    ["A claimant.", "At least 2 sources."],
  ],
  ["no tags", settingWords.tags({ list: [], free: true }), ["The list is empty: any tag can be used."]],
  [
    "a closed list",
    settingWords.tags({ list: ["trade", "china"], free: false }),
    ["trade, china", "Other tags are not allowed."],
  ],
])("describes %s", (_, sentences, expected) => {
  expect(sentences).toEqual(expected);
});
