import { expect, test } from "vitest";
import type { ReportCorrection } from "./report";
import { correctionNotices } from "./report-words";

const row = (overrides: Partial<ReportCorrection>): ReportCorrection => ({
  claim: 1,
  kind: "correction",
  field: "verdict",
  from: "True",
  to: "False",
  note: "Counted again.",
  madeAt: "2026-05-17T10:00:00Z",
  ...overrides,
});
const verdict = "The verdict was “True” and is now “False”.";
const rationale = row({ field: "rationale", from: "So.", to: "Not so." });

test.each<[string, ReportCorrection[], string[]]>([
  ["nothing", [], []],
  ["one change", [row({})], [`Counted again. ${verdict}`]],
  [
    "several changes of a claim with one note, merged",
    [row({ field: "statement", from: "It rose.", to: "It fell." }), row({}), rationale],
    [`Counted again. The claim was reworded: “It rose.” before, “It fell.” now. ${verdict}`],
  ],
  ["a change whose values mean little", [rationale], ["Counted again. "]],
  [
    "the same note on two claims, separately",
    [row({}), row({ claim: 2 })],
    [`Counted again. ${verdict}`, `Counted again. ${verdict}`],
  ],
  [
    "the same note at another time, separately",
    [row({}), row({ madeAt: "2026-05-18T10:00:00Z" })],
    [`Counted again. ${verdict}`, `Counted again. ${verdict}`],
  ],
  [
    "removed claims, separately",
    [row({ claim: null, field: "removed" }), row({ claim: null, field: "removed" })],
    ["Counted again. ", "Counted again. "],
  ],
])("%s", (_, corrections, expected) => {
  expect(correctionNotices(corrections).map(({ note, changes }) => `${note} ${changes}`)).toEqual(expected);
});
