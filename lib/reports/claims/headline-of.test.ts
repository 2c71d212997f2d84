import { expect, test } from "vitest";
import { reportClaim } from "@/lib/testing/reports/small-report";
import { headlineOf } from "./headline-of";

test.each([
  ["a claim that is wrong", "false", "taxes rose", "Taxes rose by half."],
  ["a wording that was altered", "altered", "taxes “rose”\nby half", "“taxes ‘rose’ by half”"],
  ["a long wording that was altered", "altered", "taxes ".repeat(40), "Taxes rose by half."],
])("%s", (_, ratingKey, quote, expected) => {
  expect(headlineOf(reportClaim({ ratingKey, quote, statement: "Taxes rose by half." }))).toBe(expected);
});
