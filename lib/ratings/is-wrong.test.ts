import { expect, test } from "vitest";
import { defaultScale } from "./default-scale";
import { isWrong } from "./is-wrong";

test("the worse half of the default scale is wrong", () => {
  const wrong = defaultScale.ratings.filter((rating) => isWrong(rating, defaultScale.ratings));
  expect(wrong.map(({ label }) => label)).toEqual(["False", "Misleading", "Altered"]);
});

test.each([
  ["the middle of an uneven scale", 2, [1, 2, 3], false],
  ["the worse of two", 1, [1, 2], true],
  ["the only step", 1, [1], false],
  ["an unscored rating", null, [1, 2], false],
])("%s", (_, value, values, expected) => {
  expect(isWrong({ value }, [...values.map((each) => ({ value: each })), { value: null }])).toBe(expected);
});
