import { expect, test } from "vitest";
import { buildClaim } from "@/lib/testing/builders";
import { isToFillIn, nextToFillIn } from "./to-fill-in";

const claims = [
  buildClaim({ id: "a", state: "draft", verdict: null }),
  buildClaim({ id: "b", state: "draft", rating: "true" }),
  buildClaim({ id: "c", state: "draft", verdict: null }),
  buildClaim({ id: "d", state: "draft", excluded: true, verdict: null }),
  buildClaim({ id: "e", state: "in_review", verdict: null }),
];

test("a draft without a verdict is to be filled in, unless it is excluded", () => {
  expect(claims.filter(isToFillIn).map(({ id }) => id)).toEqual(["a", "c"]);
});

test.each<[string | null, string]>([
  [null, "a"],
  ["a", "c"],
  ["b", "c"],
  ["c", "a"],
  ["gone", "a"],
])("after %s comes %s", (after, expected) => {
  expect(nextToFillIn(claims, after)?.id).toBe(expected);
});

test("where all have a verdict, there is none", () => {
  expect(nextToFillIn([buildClaim({ rating: "true" })], null)).toBeUndefined();
});
