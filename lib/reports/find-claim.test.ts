import { expect, test } from "vitest";
import { reportClaim, smallReport } from "@/lib/testing/reports/small-report";
import { findClaim } from "./find-claim";

const report = smallReport({
  claims: [reportClaim({ number: 7, position: 1, id: "seventh" }), reportClaim({ number: 2, id: "second" })],
});

test.each([
  [7, "seventh"],
  [2, "second"],
  [1, undefined],
  [0, undefined],
])("claim %d of a report is named by number, not by position", (number, id) => {
  expect(findClaim(report, number)?.id).toBe(id);
});
