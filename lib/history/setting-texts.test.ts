import { describe, expect, test } from "vitest";
import { scaleText, settingText } from "./setting-texts";

describe("a setting", () => {
  test.each<[string, Record<string, unknown> | null, ReturnType<typeof settingText>]>([
    [
      "tags",
      { value: { list: ["trade", "war"], free: true } },
      { label: "Tags", text: "trade, war\nOther tags are allowed." },
    ],
    ["requiredApprovals", { value: "two" }, null],
    ["requiredApprovals", {}, null],
    ["requiredApprovals", null, null],
    ["colours", { value: 1 }, null],
  ])("%s of %j", (name, side, expected) => {
    expect(settingText(name, side)).toEqual(expected);
  });
});

describe("the ratings of a scale", () => {
  const rating = {
    label: "True",
    definition: "It is so.",
    value: 1,
    colour: "green",
    underline: "solid",
    icon: "tick",
  };
  test.each<[string, Record<string, unknown> | null, string]>([
    [
      "are lines in order",
      { ratings: [rating, { ...rating, label: "False", value: 0 }] },
      "True: It is so. Score 1. Colour green, underline solid, icon tick.\nFalse: It is so. Score 0. Colour green, underline solid, icon tick.",
    ],
    [
      "can have no score",
      { ratings: [{ ...rating, value: null }] },
      "True: It is so. No score. Colour green, underline solid, icon tick.",
    ],
    ["are none if one can’t be read", { ratings: [rating, { label: "False" }] }, ""],
    ["are none if the event has none", {}, ""],
    ["are none for a scale that did not exist", null, ""],
  ])("%s", (_, side, text) => {
    expect(scaleText(side)).toBe(text);
  });
});
