import { expect, test } from "vitest";
import { reportClaim, reportClaimant, smallReport } from "@/lib/testing/reports/small-report";
import { claimantKeyOf, claimantOptions } from "./claimant-options";
import type { ReportClaimant } from "./report";
import { reportWords } from "./report-words";

const ann = reportClaimant("Ann Lee", { id: "1", role: "mayor" });

test.each<[string, (ReportClaimant | null)[], [value: string, label: string][]]>([
  ["none", [null], []],
  [
    "each once, by name",
    [reportClaimant("Bo", { id: "2" }), ann, null, ann],
    [
      ["1", "Ann Lee"],
      ["2", "Bo"],
    ],
  ],
  ["one whose name changed, by its id", [ann, { ...ann, name: "Ann Lee-Brandt" }], [["1", "Ann Lee"]]],
  [
    "two of one name, with their roles",
    [reportClaimant("Ann Lee", { id: "3", role: "clerk" }), { ...ann, role: null }, ann],
    [
      ["3", "Ann Lee, clerk"],
      ["1", "Ann Lee, mayor"],
    ],
  ],
  ["one without an id, by its name", [reportClaimant("Bo", { id: null })], [["Bo", "Bo"]]],
])("%s", (_, claimants, expected) => {
  const report = smallReport({ claims: claimants.map((claimant) => reportClaim({ claimant })) });
  const { describeClaimant } = reportWords("en");
  expect(claimantOptions(report, describeClaimant).map(({ value, label }) => [value, label])).toEqual(
    expected,
  );
});

test.each([
  [ann, "1"],
  [reportClaimant("Bo", { id: null }), "Bo"],
])("%j is named by %s", (claimant, key) => {
  expect(claimantKeyOf(claimant)).toBe(key);
});
