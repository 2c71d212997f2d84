import { describe, expect, test } from "vitest";
import {
  reportClaim,
  reportClaimant,
  reportEvidence,
  reportSource,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { describeChanges } from "./describe-changes";
import type { CorrectionValue, Report, ReportClaim, ReportEvidence, ReportSource } from "./report";

const claim = reportClaim();
const published = (...claims: ReportClaim[]) => smallReport({ claims });
const changesOf = (from: Report, to: Report) =>
  describeChanges(from, to).map(({ field, from: was, to: is }) => `${field}: ${drawn(was)} → ${drawn(is)}`);

/** A value in few letters. */
const drawn = (value: CorrectionValue): string => {
  if (value === null) return "-";
  if (typeof value === "string") return value;
  return value.map(({ stance, unnamed, text }) => `${stance} ${unnamed ? "someone" : ""}${text}`).join("; ");
};

describe("a change of a published claim", () => {
  test.each<[string, ReportClaim[], string[]]>([
    ["nothing", [claim], []],
    ["an added claim", [claim, reportClaim({ id: "claim-2" })], []],
    ["its number", [reportClaim({ number: 2 })], []],
    ["its verdict", [reportClaim({ ratingKey: "true" })], ["verdict: False → True"]],
    [
      "a verdict that is not on the scale",
      [reportClaim({ ratingKey: "half-true" })],
      ["verdict: False → half-true"],
    ],
    ["its rationale", [reportClaim({ rationaleText: "New." })], ["rationale: They fell. → New."]],
    ["its statement", [reportClaim({ statement: "Taxes fell." })], ["statement: Taxes rose. → Taxes fell."]],
    ["its claimant", [reportClaim({ claimant: reportClaimant("Ida") })], ["claimant: - → Ida"]],
    [
      "the role of its claimant",
      [reportClaim({ claimant: reportClaimant("Ida", { role: "mayor" }) })],
      ["claimant: - → Ida, mayor"],
    ],
    ["who carried it", [reportClaim({ carriedBy: "Reuters" })], ["carriedBy: - → Reuters"]],
    ["its date", [reportClaim({ claimedOn: "2024-05-17" })], ["claimedOn: - → 2024-05-17"]],
    ["its quote", [reportClaim({ quote: "Taxes rose" })], ["quote: Taxes → Taxes rose"]],
    ["a removed claim", [], ["removed: Taxes rose. → -"]],
    [
      "several parts, in the order of a claim",
      [reportClaim({ quote: "rose", ratingKey: "true", statement: "Taxes fell." })],
      ["statement: Taxes rose. → Taxes fell.", "verdict: False → True", "quote: Taxes → rose"],
    ],
  ])("%s", (_, claims, expected) => {
    expect(changesOf(published(claim), published(...claims))).toEqual(expected);
  });

  test("a claimant and a date that are withdrawn", () => {
    const before = published(reportClaim({ claimant: reportClaimant("Ida"), claimedOn: "2024-05" }));
    expect(changesOf(before, published(claim))).toEqual(["claimant: Ida → -", "claimedOn: 2024-05 → -"]);
  });

  test("each change names its claim, also after a removed one", () => {
    const second = reportClaim({ id: "claim-2", number: 2 });
    const changes = describeChanges(
      published(claim, second),
      published({ ...second, number: 1, claimant: reportClaimant("Ida") }),
    );
    expect(changes.map(({ claimId, field }) => `${claimId} ${field}`)).toEqual([
      "claim-1 removed",
      "claim-2 claimant",
    ]);
  });
});

describe("a redacted source that is confidential now", () => {
  const before = smallReport({
    claims: [reportClaim({ evidence: [reportEvidence()] })],
    sources: [reportSource({ title: "[redacted: privacy]", confidential: true, redacted: true })],
  });
  const after = (evidence: ReportEvidence[]) =>
    smallReport({
      claims: [reportClaim({ evidence })],
      sources: [reportSource({ title: "An official", confidential: true }), reportSource({ number: 2 })],
    });

  test.each([
    ["is no change", [reportEvidence()], []],
    [
      "does not hide another change",
      [reportEvidence(), reportEvidence({ source: 2 })],
      ["sources: supports someone → supports An official; supports Budget"],
    ],
  ])("%s", (_, evidence, expected) => {
    expect(changesOf(before, after(evidence))).toEqual(expected);
  });
});

describe("a change of the sources of a claim", () => {
  const budget = reportSource();
  const memo = reportSource({
    number: 2,
    title: "Memo",
    publisher: "Treasury",
    url: "https://example.org/memo",
  });
  const hidden = reportSource({ title: "An official", confidential: true });
  const cites = (sources: ReportSource[], ...evidence: Partial<ReportEvidence>[]) =>
    smallReport({ sources, claims: [reportClaim({ evidence: evidence.map(reportEvidence) })] });

  test.each<[string, Report, Report, string[]]>([
    ["none", cites([budget], {}), cites([budget], {}), []],
    ["one is added", cites([]), cites([budget], {}), ["sources:  → supports Budget"]],
    [
      "another one, with all that is known of it",
      cites([budget], {}),
      cites([budget, memo], { source: 2, excerpt: "Up.", note: "Page 3." }),
      ["sources: supports Budget → supports Memo, Treasury, https://example.org/memo, Up., Page 3."],
    ],
    [
      "its stance",
      cites([budget], {}),
      cites([budget], { stance: "refutes" }),
      ["sources: supports Budget → refutes Budget"],
    ],
    [
      "one of two is removed",
      cites([budget, memo], {}, { source: 2 }),
      cites([budget], {}),
      ["sources: supports Budget; supports Memo, Treasury, https://example.org/memo → supports Budget"],
    ],
    ["only its number", cites([memo, budget], { source: 2 }), cites([budget], {}), []],
    [
      "one becomes confidential: its name is not repeated",
      cites([memo], { excerpt: "Up." }),
      cites([hidden], {}),
      ["sources: supports someone → supports An official"],
    ],
    [
      "another one becomes confidential: a source still named can be repeated",
      cites([budget, memo], {}, { source: 2 }),
      cites([budget, hidden], {}, { source: 2 }),
      ["sources: supports Budget; supports someone → supports Budget; supports An official"],
    ],
    [
      "a source of the same title at another address is not the one named now",
      cites([budget], {}),
      cites([hidden, { ...budget, url: "https://example.org/other" }], {}, { source: 2 }),
      ["sources: supports someone → supports An official; supports Budget, https://example.org/other"],
    ],
    [
      "one that the list of sources lacks: what is known of it is compared",
      cites([budget], { excerpt: "Up." }),
      cites([], { excerpt: "Up." }),
      ["sources: supports Budget, Up. → supports Up."],
    ],
    [
      "only how one is recorded: readers see the same words",
      cites([reportSource({ title: "Budget, Treasury" }), hidden], {}, { source: 2 }),
      cites([reportSource({ publisher: "Treasury" }), hidden], {}, { source: 2 }),
      [],
    ],
    [
      "a source at the same address under another title is not the one named now",
      cites([budget], {}),
      cites([hidden, { ...budget, title: "Accounts" }], {}, { source: 2 }),
      ["sources: supports someone → supports An official; supports Accounts"],
    ],
  ])("%s", (_, from, to, expected) => {
    expect(changesOf(from, to)).toEqual(expected);
  });

  test("a confidential source of another claim hides nothing here", () => {
    const claims = [
      reportClaim({ evidence: [] }),
      reportClaim({ id: "claim-2", number: 2, evidence: [reportEvidence()] }),
    ];
    const before = cites([budget], {});
    expect(changesOf(before, smallReport({ sources: [hidden], claims }))).toEqual([
      "sources: supports Budget → ",
    ]);
  });
});
