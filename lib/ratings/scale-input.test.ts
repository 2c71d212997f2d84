import { describe, expect, test } from "vitest";
import type { Rating } from "./rating";
import { freeSign, ratingKeyFor, scaleRatings } from "./scale-input";
import { scaleTemplates } from "./scale-templates";

const ratings = scaleTemplates[1]?.ratings as Rating[];
/** A valid scale with its second rating changed. */
const changed = (change: Partial<Rating>) =>
  ratings.map((each, index) => (index === 1 ? { ...each, ...change } : each));

test.each(scaleTemplates)("the template $name is a valid scale", ({ ratings: input }) => {
  expect(scaleRatings.safeParse(input).success).toBe(true);
});

test("the templates match the published scales", () => {
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

describe("invalid scales", () => {
  test.each<[string, Rating[], RegExp]>([
    ["a single rating", ratings.slice(0, 1), /at least two/],
    ["nine ratings", [...ratings, ...ratings, ...ratings].slice(0, 9), /at most 8/],
    ["a duplicate key", changed({ key: "refuted" }), /“Refuted” already has this key/],
    ["a duplicate label", changed({ label: "refuted" }), /“Refuted” already has this label/],
    ["a duplicate underline", changed({ underline: "thick" }), /“Refuted” already has this underline/],
    ["a duplicate icon", changed({ icon: "cross" }), /“Refuted” already has this icon/],
    ["an unknown colour", changed({ colour: "pink" as never }), /Choose a colour/],
    ["no definition", changed({ definition: " " }), /what the rating means/],
    ["a score of 0", changed({ value: 0 }), /whole number/],
    ["a key with spaces", changed({ key: "Half True" }), /lower-case letters/],
  ])("%s", (_, input, message) => {
    const parsed = scaleRatings.safeParse(input);
    expect(parsed.success ? "" : parsed.error.issues.map((issue) => issue.message).join()).toMatch(message);
  });
});

test("the ratings of a list that is too long are not compared with each other", () => {
  const parsed = scaleRatings.safeParse([...ratings, ...ratings, ...ratings]);
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(/at most 8/)]);
});

test.each([
  ["Half true", [], "half-true"],
  ["Très vrai!", [], "tres-vrai"],
  ["False", ["false", "false-2"], "false-3"],
  ["真", [], "rating"],
])("the key for %s", (label, taken, key) => {
  expect(ratingKeyFor(label, taken)).toBe(key);
});

test("a new rating gets the first unused sign", () => {
  expect(freeSign("icon", ["cross", "check"], [{ icon: "cross" }])).toBe("check");
});
