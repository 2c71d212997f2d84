import { expect, test } from "vitest";
import type { ReportCorrection } from "./report";
import { correctionNotices } from "./report-words";

const row = (overrides: Partial<ReportCorrection>): ReportCorrection => ({
  claim: 1,
  kind: "correction",
  field: "verdict",
  from: "True",
  to: "False",
  note: "Recounted.",
  madeAt: "2026-05-17T10:00:00Z",
  ...overrides,
});
const verdict = "The verdict was “True” and is now “False”.";
const rationale = row({ field: "rationale", from: "So.", to: "Not so." });

test.each<[string, ReportCorrection[], string[]]>([
  ["nothing", [], []],
  ["one change", [row({})], [`Recounted. ${verdict}`]],
  [
    "several changes of a claim under one note, once",
    [row({ field: "statement", from: "It rose.", to: "It fell." }), row({}), rationale],
    [`Recounted. The claim is worded anew: “It rose.” before, “It fell.” now. ${verdict}`],
  ],
  ["a change whose values say little", [rationale], ["Recounted. "]],
  [
    "the same note on two claims, twice",
    [row({}), row({ claim: 2 })],
    [`Recounted. ${verdict}`, `Recounted. ${verdict}`],
  ],
  [
    "the same note at another time, twice",
    [row({}), row({ madeAt: "2026-05-18T10:00:00Z" })],
    [`Recounted. ${verdict}`, `Recounted. ${verdict}`],
  ],
  [
    "claims that are gone, each",
    [row({ claim: null, field: "removed" }), row({ claim: null, field: "removed" })],
    ["Recounted. ", "Recounted. "],
  ],
])("%s", (_, corrections, expected) => {
  expect(correctionNotices(corrections).map(({ note, changes }) => `${note} ${changes}`)).toEqual(expected);
});
