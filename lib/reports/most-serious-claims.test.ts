import { expect, test } from "vitest";
import { reportClaim, smallReport } from "@/lib/testing/reports/small-report";
import { mostSeriousClaims } from "./most-serious-claims";

const claims = (
  [
    ["true", 0],
    ["misleading", 10],
    ["false", 30],
    ["false", 20],
    ["misleading", 5],
  ] as const
).map(([ratingKey, start], index) => reportClaim({ number: index + 1, ratingKey, start }));

test.each<[string, number, number[]]>([
  ["all that are wrong, the worst first, then by position", 10, [4, 3, 5, 2]],
  ["no more than asked for", 3, [4, 3, 5]],
  ["none", 0, []],
])("the most serious claims: %s", (_, limit, expected) => {
  const found = mostSeriousClaims(smallReport({ claims }), limit);
  expect(found.map(({ number }) => number)).toEqual(expected);
});

test("without a wrong claim there is none", () => {
  expect(mostSeriousClaims(smallReport({ claims: claims.slice(0, 1) }), 3)).toEqual([]);
});
