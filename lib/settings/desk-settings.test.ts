import { describe, expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { defaultSettings, refusedTags, type SettingKey, settingInputs, settingsFrom } from "./desk-settings";

describe("settingInputs", () => {
  test.each<[string, SettingKey, unknown, RegExp | null]>([
    ["three approvals", "requiredApprovals", 3, null],
    ["no approval", "requiredApprovals", 0, /from 1 to 5/],
    ["six approvals", "requiredApprovals", 6, /from 1 to 5/],
    ["half an approval", "requiredApprovals", 1.5, /from 1 to 5/],
    ["text", "requiredApprovals", "many", /from 1 to 5/],
    ["no sources", "claimRequirements", { ...defaultSettings.claimRequirements, sources: 0 }, null],
    ["eleven sources", "claimRequirements", { ...defaultSettings.claimRequirements, sources: 11 }, /0 to 10/],
    ["tags", "tags", { list: ["trade", " trade "], free: false }, null],
    ["an empty list that allows no other tags", "tags", { list: [], free: false }, /The list is empty/],
    ["an empty tag", "tags", { list: [" "], free: true }, /A tag is empty/],
    ["an organisation from before it had more", "organisation", { name: "Daily", url: null }, null],
    ["an organisation without a name", "organisation", { name: " ", url: null }, null],
    ["no email address", "organisation", { email: "desk at daily" }, /not an email address/],
    ["no language", "organisation", { languages: ["English!"] }, /not a language tag/],
    ["no web address", "organisation", { policies: { ethicsUrl: "javascript:alert(1)" } }, /https?/],
    ["no account", "organisation", { sameAs: ["@daily"] }, /address|URL/],
    ["a licence by its SPDX identifier", "organisation", { licence: "CC-BY-4.0" }, null],
    ["a licence by its address", "organisation", { licence: "https://daily.example/terms" }, null],
    ["a licence in words", "organisation", { licence: "all rights reserved" }, /neither an SPDX identifier/],
    ["a logo that is no hash", "organisation", { logo: { hash: "logo.png", width: 1, height: 1 } }, /Upload/],
    ["a tag with a comma", "tags", { list: ["a, b"], free: true }, /comma/],
  ])("%s", (_, key, value, message) => {
    const parsed = settingInputs[key].safeParse(value);
    expect(parsed.success ? null : parsed.error.issues[0]?.message).toEqual(
      message === null ? null : expect.stringMatching(message),
    );
  });
});

test("an organisation from before it had more fields has none of them", () => {
  const stored = new Map<string, unknown>([
    ["organisation", { name: "Daily", url: "https://daily.example/" }],
  ]);
  expect(settingsFrom(stored).organisation).toEqual(bareOrganisation("Daily", "https://daily.example/"));
});

test("blank and repeated entries of lists go", () => {
  const parsed = settingInputs.organisation.parse({
    languages: ["en", " ", "en", "cy"],
    sameAs: ["https://a.example/", ""],
  });
  expect(parsed).toMatchObject({ languages: ["en", "cy"], sameAs: ["https://a.example/"] });
});

test("settingsFrom uses the default for a setting that is missing or invalid", () => {
  const settings = settingsFrom(
    new Map<string, unknown>([
      ["requiredApprovals", 2],
      ["tags", "trade"],
    ]),
  );
  expect(settings).toEqual({ ...defaultSettings, requiredApprovals: 2 });
});

test.each([
  ["any tag, if others are allowed", ["new"], { list: ["trade"], free: true }, [], []],
  ["tags on the list", ["trade"], { list: ["trade"], free: false }, [], []],
  ["no other tags", ["trade", "new"], { list: ["trade"], free: false }, [], ["new"]],
  ["a tag that it already has", ["old"], { list: ["trade"], free: false }, ["old"], []],
])("a claim can have %s", (_, tags, managed, current, refused) => {
  expect(refusedTags(tags, managed, current)).toEqual(refused);
});
