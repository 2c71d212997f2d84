import { expect, test } from "vitest";
import { describeDuration } from "./describe-duration";

test.each<[number | null, string]>([
  [null, "–"],
  [0, "0 min"],
  [2_100, "35 min"],
  [3_600, "1 h"],
  [18_720, "5.2 h"],
  [172_800, "2 days"],
  [267_840, "3.1 days"],
])("%s seconds", (seconds, expected) => {
  expect(describeDuration(seconds)).toBe(expected);
});
