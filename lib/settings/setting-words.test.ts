import { expect, test } from "vitest";
import { defaultSettings } from "./desk-settings";
import { settingWords } from "./setting-words";

const asked = { ...defaultSettings.claimRequirements, sources: 0 };

test.each([
  ["one approval", settingWords.requiredApprovals(1), ["One person signs off each claim."]],
  ["more", settingWords.requiredApprovals(3), ["3 people sign off each claim."]],
  ["nothing", settingWords.claimRequirements(asked), ["Nothing besides a verdict with a rationale."]],
  ["one source", settingWords.claimRequirements({ ...asked, sources: 1 }), ["At least one source."]],
  [
    "several things",
    settingWords.claimRequirements({ ...asked, claimant: true, sources: 2 }),
    ["A claimant.", "At least 2 sources."],
  ],
  [
    "no tags",
    settingWords.tags({ list: [], free: true }),
    ["The list is empty: each gives the tags that they want."],
  ],
  [
    "a closed list",
    settingWords.tags({ list: ["trade", "china"], free: false }),
    ["trade, china", "No others may be given."],
  ],
])("%s in words", (_, words, expected) => {
  expect(words).toEqual(expected);
});
