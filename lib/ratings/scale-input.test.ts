import { describe, expect, test } from "vitest";
import type { Rating } from "./rating";
import { freeSign, ratingKeyFor, scaleRatings } from "./scale-input";
import { scaleTemplates } from "./scale-templates";

const ratings = scaleTemplates[1]?.ratings as Rating[];
/** The second rating of a good scale with something changed. */
const changed = (change: Partial<Rating>) =>
  ratings.map((each, index) => (index === 1 ? { ...each, ...change } : each));

test.each(scaleTemplates)("the template $name is a good scale", ({ ratings: given }) => {
  expect(scaleRatings.safeParse(given).success).toBe(true);
});

test("the scales are those that desks know", () => {
  const labels = (key: string) =>
    scaleTemplates.find((each) => each.key === key)?.ratings.map(({ label }) => label);
  expect(labels("averitec")).toEqual([
    "Refuted",
    "Conflicting Evidence/Cherrypicking",
    "Supported",
    "Not Enough Evidence",
  ]);
  const steps = (key: string) =>
    scaleTemplates.find((each) => each.key === key)?.ratings.flatMap(({ value }) => value ?? []);
  expect(steps("five-steps")).toEqual([1, 2, 3, 4, 5]);
  expect(steps("six-steps")).toEqual([1, 2, 3, 4, 5, 6]);
});

describe("refused", () => {
  test.each<[string, Rating[], RegExp]>([
    ["one rating alone", ratings.slice(0, 1), /at least two/],
    ["nine", [...ratings, ...ratings, ...ratings].slice(0, 9), /at most 8/],
    ["two of one key", changed({ key: "refuted" }), /“Refuted” has this key/],
    ["two of one label", changed({ label: "refuted" }), /“Refuted” has this label/],
    ["two of one line", changed({ underline: "thick" }), /“Refuted” has this line/],
    ["two of one icon", changed({ icon: "cross" }), /“Refuted” has this icon/],
    ["a colour of nobody's", changed({ colour: "pink" as never }), /Choose a colour/],
    ["no definition", changed({ definition: " " }), /what the rating means/],
    ["a value of none", changed({ value: 0 }), /whole number/],
    ["a key of words", changed({ key: "Half True" }), /small letters/],
  ])("%s", (_, given, message) => {
    const parsed = scaleRatings.safeParse(given);
    expect(parsed.success ? "" : parsed.error.issues.map((issue) => issue.message).join()).toMatch(message);
  });
});

test.each([
  ["Half true", [], "half-true"],
  ["Très vrai!", [], "tres-vrai"],
  ["False", ["false", "false-2"], "false-3"],
  ["真", [], "rating"],
])("the key for %s", (label, taken, key) => {
  expect(ratingKeyFor(label, taken)).toBe(key);
});

test("a new rating gets the signs that are left", () => {
  expect(freeSign("icon", ["cross", "check"], [{ icon: "cross" }])).toBe("check");
});
