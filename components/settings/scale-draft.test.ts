import { describe, expect, test } from "vitest";
import { defaultScale } from "@/lib/ratings/default-scale";
import { scaleRatings } from "@/lib/ratings/scale-input";
import { draftsOf, moved, newRating, ratingsOf } from "./scale-draft";

const drafts = draftsOf(defaultScale.ratings).slice(0, 3);

test("ratings survive a round trip through drafts", () => {
  expect(ratingsOf(draftsOf(defaultScale.ratings))).toEqual(defaultScale.ratings);
});

test("a new rating gets unused signs, and a key from its label", () => {
  const added = newRating(drafts, "a");
  const ratings = ratingsOf([
    ...drafts,
    { ...added, label: "Half true", definition: "Half." },
    { ...newRating([...drafts, added], "b"), label: "False", definition: "Again." },
  ]);
  expect(ratings.map(({ key }) => key)).toEqual(["false", "misleading", "altered", "half-true", "false-2"]);
  expect(new Set(ratings.map(({ underline }) => underline)).size).toBe(5);
  expect(new Set(ratings.map(({ icon }) => icon)).size).toBe(5);
});

describe("a value", () => {
  test.each([
    ["a number", "2", 2, null],
    ["none", " ", null, null],
    ["text", "two", Number.NaN, "Enter a whole number from 1 to 100, or leave it empty."],
    ["a half", "1.5", 1.5, "Enter a whole number from 1 to 100, or leave it empty."],
  ])("%s", (_, value, expected, message) => {
    const ratings = ratingsOf(drafts.map((draft, index) => (index === 1 ? { ...draft, value } : draft)));
    expect(ratings[1]?.value).toBe(expected);
    const parsed = scaleRatings.safeParse(ratings);
    expect(parsed.success ? null : [parsed.error.issues[0]?.path, parsed.error.issues[0]?.message]).toEqual(
      message && [[1, "value"], message],
    );
  });
});

test.each([
  ["down", "false", 1, ["misleading", "false", "altered"]],
  ["up", "altered", -1, ["false", "altered", "misleading"]],
  ["not past the end", "altered", 1, ["false", "misleading", "altered"]],
  ["not before the beginning", "false", -1, ["false", "misleading", "altered"]],
])("moves a rating %s", (_, id, by, expected) => {
  expect(moved(drafts, id, by).map((draft) => draft.id)).toEqual(expected);
});
