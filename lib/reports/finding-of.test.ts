import { expect, test } from "vitest";
import { smallReport } from "@/lib/testing/reports/small-report";
import { findingOf } from "./finding-of";

const counts = (rows: Record<string, number>) => ({
  total: Object.values(rows).reduce((sum, count) => sum + count, 0),
  counts: Object.entries(rows).map(([ratingKey, count]) => ({ ratingKey, count })),
});

test.each<[string, Record<string, number>, string | null, string]>([
  ["what an editor wrote", { false: 2 }, "Both are wrong.", "Both are wrong."],
  ["what an editor wrote, without claims", {}, "Nothing to check.", "Nothing to check."],
  ["nothing, without claims", {}, null, ""],
  [
    "one wrong claim",
    { false: 1 },
    null,
    "We checked 1 claim in this article. 1 does not hold up: False (1).",
  ],
  [
    "wrong and right ones, in the order of the scale",
    { true: 2, misleading: 1, false: 3, "mostly-true": 0 },
    null,
    "We checked 6 claims in this article. 4 do not hold up: False (3) and Misleading (1). The other 2 are rated True (2).",
  ],
  [
    "only right ones",
    { true: 2 },
    null,
    "We checked 2 claims in this article. None was found to be wrong. They are rated True (2).",
  ],
])("%s", (_, rows, finding, expected) => {
  expect(findingOf(smallReport({ summary: counts(rows), finding }))).toBe(expected);
});
