import { describe, expect, test } from "vitest";
import { defaultSettings, refusedTags, type SettingKey, settingInputs, settingsFrom } from "./desk-settings";

describe("what a setting may be", () => {
  test.each<[string, SettingKey, unknown, RegExp | null]>([
    ["three approvals", "requiredApprovals", 3, null],
    ["no approval", "requiredApprovals", 0, /from 1 to 5/],
    ["six approvals", "requiredApprovals", 6, /from 1 to 5/],
    ["half an approval", "requiredApprovals", 1.5, /from 1 to 5/],
    ["words", "requiredApprovals", "many", /from 1 to 5/],
    ["no sources", "claimRequirements", { ...defaultSettings.claimRequirements, sources: 0 }, null],
    ["eleven sources", "claimRequirements", { ...defaultSettings.claimRequirements, sources: 11 }, /0 to 10/],
    ["tags", "tags", { list: ["trade", " trade "], free: false }, null],
    ["no tags, and no others", "tags", { list: [], free: false }, /No tag is on the list/],
    ["an empty tag", "tags", { list: [" "], free: true }, /A tag is empty/],
    ["a tag with a comma", "tags", { list: ["a, b"], free: true }, /comma/],
  ])("%s", (_, key, value, message) => {
    const parsed = settingInputs[key].safeParse(value);
    expect(parsed.success ? null : parsed.error.issues[0]?.message).toEqual(
      message === null ? null : expect.stringMatching(message),
    );
  });
});

test("what is not stored, or cannot be read, is as for a new desk", () => {
  const settings = settingsFrom(
    new Map<string, unknown>([
      ["requiredApprovals", 2],
      ["tags", "trade"],
    ]),
  );
  expect(settings).toEqual({ ...defaultSettings, requiredApprovals: 2 });
});

test.each([
  ["any, where others are allowed", ["new"], { list: ["trade"], free: true }, [], []],
  ["those on the list", ["trade"], { list: ["trade"], free: false }, [], []],
  ["no others", ["trade", "new"], { list: ["trade"], free: false }, [], ["new"]],
  ["what the claim has already", ["old"], { list: ["trade"], free: false }, ["old"], []],
])("a claim may have %s", (_, tags, managed, kept, refused) => {
  expect(refusedTags(tags, managed, kept)).toEqual(refused);
});
