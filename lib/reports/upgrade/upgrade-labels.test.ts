import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  reportClaim,
  reportCorrection,
  reportEvidence,
  reportSource,
  smallReport,
} from "@/lib/testing/reports/small-report";
import type { CorrectionField, CorrectionValue, ReportMethod } from "../report";
import { reportWords } from "../report-words";
import { type ReportWithLabels, upgradeCorrectionValue, upgradeLabels } from "./upgrade-labels";

/** The method as publications stored it. */
const PARAGRAPHS = reportWords("en").methodParagraphs({ method: { key: "two-editors" } });

const labelled = (overrides: Partial<ReportWithLabels> = {}): ReportWithLabels => ({
  ...smallReport(),
  method: { paragraphs: [...PARAGRAPHS] },
  claims: [
    {
      ...reportClaim({ kind: "number" }),
      kindLabel: "Number",
      evidence: [{ ...reportEvidence(), stanceLabel: "Supports" }],
    },
  ],
  sources: [{ ...reportSource(), kindLabel: "Web page" }],
  ...overrides,
});

test("labels beside a key are dropped", () => {
  const { claims, sources } = upgradeLabels(labelled());
  expect(claims).toEqual([reportClaim({ kind: "number", evidence: [reportEvidence()] })]);
  expect(sources).toEqual([reportSource()]);
});

test.each<[string, string | null, boolean, string | null]>([
  ["a confidential source without a description has no title", "Confidential source", true, null],
  ["a described one keeps its description", "An official", true, "An official"],
  ["a page of that title keeps it", "Confidential source", false, "Confidential source"],
])("%s", (_, title, confidential, expected) => {
  const { sources } = upgradeLabels(labelled({ sources: [reportSource({ title, confidential })] }));
  expect(sources[0]?.title).toBe(expected);
});

test.each<[string, string[], ReportMethod]>([
  ["the known text", [...PARAGRAPHS], { key: "two-editors" }],
  ["another text", ["We read it."], { paragraphs: ["We read it."] }],
  ["a part of the known text", [PARAGRAPHS[0] ?? ""], { paragraphs: [PARAGRAPHS[0] ?? ""] }],
])("the method of a report with %s", (_, paragraphs, method) => {
  expect(upgradeLabels(labelled({ method: { paragraphs } })).method).toEqual(method);
});

// Publications name it by its key: another wording would change what they say. Add a key instead.
test("the description of the method is the one that was published", () => {
  expect(createHash("sha256").update(PARAGRAPHS.join("\n")).digest("hex")).toBe(
    "d491f226221cd4d8506b99fe044adb7d3812eb605f2230554cd20aeb57d83730",
  );
});

test.each<[CorrectionField, CorrectionValue, CorrectionValue]>([
  ["claimant", "not named", null],
  ["claimant", "Ida", "Ida"],
  ["claimedOn", "no date", null],
  ["claimedOn", "17 May 2024", "2024-05-17"],
  ["claimedOn", "3 May 2024", "2024-05-03"],
  ["claimedOn", "May 2024", "2024-05"],
  ["claimedOn", "2024", "2024"],
  ["claimedOn", "2024-05-17", "2024-05-17"],
  ["claimedOn", "17 Floréal 232", "17 Floréal 232"],
  ["removed", "no longer published", null],
  ["statement", "no date", "no date"],
  ["verdict", "True", "True"],
  ["sources", "Supports: Budget", "Supports: Budget"],
  [
    "sources",
    [{ stance: "supports", unnamed: false, text: "Budget" }],
    [{ stance: "supports", unnamed: false, text: "Budget" }],
  ],
  ["sources", null, null],
])("a change of the %s with %j is now %j, also in a report", (field, value, expected) => {
  expect(upgradeCorrectionValue(field, value)).toEqual(expected);
  const correction = reportCorrection({ field, from: value, to: value });
  expect(upgradeLabels(labelled({ corrections: [correction] })).corrections).toEqual([
    { ...correction, from: expected, to: expected },
  ]);
});

test("a report that was upgraded stays as it is", () => {
  const upgraded = upgradeLabels(labelled());
  expect(upgradeLabels(upgraded)).toBe(upgraded);
});
