import { describe, expect, test } from "vitest";
import {
  reportClaim,
  reportClaimant,
  reportEvidence,
  reportSource,
  reportCorrection as row,
  smallReport,
} from "@/lib/testing/reports/small-report";
import type {
  CorrectionField,
  CorrectionValue,
  Report,
  ReportClaim,
  ReportCorrection,
  ReportPicture,
  ReportSource,
} from "./report";
import { reportWords } from "./report-words";
import { sourceHref } from "./source-words";

const words = reportWords("en");

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
  ["a change of little meaning before another", [rationale, row({})], [`Counted again. ${verdict}`]],
  [
    "a different note on the same claim, separately",
    [row({}), row({ note: "Counted twice." })],
    [`Counted again. ${verdict}`, `Counted twice. ${verdict}`],
  ],
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
  expect(words.correctionNotices(corrections).map(({ note, changes }) => `${note} ${changes}`)).toEqual(
    expected,
  );
});

test.each<[CorrectionField, CorrectionValue, CorrectionValue, string]>([
  ["verdict", "True", "False", "The verdict was “True” and is now “False”."],
  ["statement", "It rose.", "It fell.", "The claim was reworded: “It rose.” before, “It fell.” now."],
  ["claimant", null, "Ida", "Who claimed it: not named before, Ida now."],
  ["carriedBy", null, "Reuters", "Who carried it: not named before, Reuters now."],
  ["claimedOn", null, "2024-05-17", "When it was claimed: no date before, 17 May 2024 now."],
  ["sources", "One", "Two", ""],
])("how a change of the %s is described", (field, from, to, changes) => {
  expect(words.correctionNotices([row({ field, from, to })])).toEqual([
    { claim: 1, kind: "correction", note: "Counted again.", madeAt: "2026-05-17T10:00:00Z", changes },
  ]);
});

test.each([
  ["correction", "Correction, 17 May 2026"],
  ["clarification", "Clarification, 17 May 2026"],
  ["update", "Update, 17 May 2026"],
] as const)("a %s is titled %s", (kind, title) => {
  expect(words.correctionTitle(row({ kind }))).toBe(title);
});

test.each<[CorrectionField, CorrectionValue, CorrectionValue, string]>([
  ["verdict", "True", "False", "Verdict: True → False"],
  ["claimant", "Ida", null, "Who claimed it: Ida → not named"],
  ["claimedOn", "2024-05", null, "When it was claimed: May 2024 → no date"],
  ["claimedOn", "last spring", "2024", "When it was claimed: last spring → 2024"],
  ["removed", "It rose.", null, "Claim: It rose. → no longer published"],
  [
    "sources",
    [],
    [
      { stance: "supports", unnamed: false, text: "Budget, Treasury" },
      { stance: "refutes", unnamed: true, text: "" },
      { stance: "context", unnamed: true, text: "He was there." },
    ],
    "Sources:  → Supports: Budget, Treasury; Refutes: Confidential source; Context: Confidential source, He was there.",
  ],
  ["sources", "Supports: Budget", "", "Sources: Supports: Budget → "],
])("how a change of the %s from %j to %j is put to editors", (field, from, to, line) => {
  expect(words.correctionLine({ field, from, to })).toBe(line);
});

describe("the words about the report", () => {
  test.each<[Partial<Report["article"]>, string[]]>([
    [{}, []],
    [{ byline: "Ida" }, ["By Ida"]],
    [{ publisher: "Gazette" }, ["Gazette"]],
    [{ publishedOn: "2024-05-17" }, ["17 May 2024"]],
    [
      { byline: "Ida", publisher: "Gazette", publishedOn: "2024-05-17" },
      ["By Ida", "Gazette", "17 May 2024"],
    ],
  ])("an article with %o is from %j", (article, origin) => {
    expect(words.describeOrigin(smallReport({ article }))).toEqual(origin);
  });

  test.each([
    [0, "0 claims checked"],
    [1, "1 claim checked"],
    [21, "21 claims checked"],
  ])("the summary of %i claims", (total, title) => {
    expect(words.summaryTitle(smallReport({ summary: { total, counts: [] } }))).toBe(title);
  });

  test.each<[Report["signers"][number]["role"], number[], string]>([
    ["checked", [1, 2], "Checked by Ada (2 claims), 17 May 2024 at 14:02 UTC"],
    ["approved", [4], "Approved by Ada (1 claim), 17 May 2024 at 14:02 UTC"],
    ["published", [], "Published by Ada, 17 May 2024 at 14:02 UTC"],
  ])("who %s %j", (role, claims, line) => {
    const signer = { person: 1, name: "Ada", role, claims, at: "2024-05-17T14:02:00Z" };
    expect(words.describeSigner(signer).join("")).toBe(line);
  });

  test("its kicker and its edition have the time of publication", () => {
    expect(words.reportKicker(smallReport())).toBe("Fact-check report, 3 January 2026");
    expect(words.describePublication(smallReport())).toBe(
      "Publication 2, 3 January 2026 at 04:05 UTC. Text version 3.",
    );
  });
});

describe("the words about a claim", () => {
  test.each<[Partial<ReportClaim>, string]>([
    [{}, ""],
    [{ claimant: reportClaimant("Ida") }, "Ida"],
    [{ claimedOn: "2024-05" }, "May 2024"],
    [
      { claimant: reportClaimant("Ida", { role: "then mayor" }), carriedBy: "Reuters", claimedOn: "2024" },
      "Ida, then mayor, carried by Reuters, 2024",
    ],
    [{ carriedBy: "Reuters" }, "carried by Reuters"],
    [{ claimant: reportClaimant("Ida"), claimedOn: "2024-05-17" }, "Ida, 17 May 2024"],
  ])("a claim with %o is attributed to “%s”", (claim, attribution) => {
    expect(words.describeAttribution(reportClaim(claim))).toBe(attribution);
  });

  test.each<[string[], string]>([
    [[], "Checked by Ada, 2 January 2026"],
    [["Bea"], "Checked by Ada, approved by Bea, 2 January 2026"],
    [["Bea", "Cem"], "Checked by Ada, approved by Bea and Cem, 2 January 2026"],
    [["Bea", "Cem", "Dag"], "Checked by Ada, approved by Bea, Cem and Dag, 2 January 2026"],
  ])("a claim approved by %j", (approvedBy, line) => {
    expect(words.describeSignature(reportClaim({ approvedBy }))).toBe(line);
  });

  test("when a source was read is mentioned if it is known", () => {
    expect(words.describeAccess(reportEvidence({ accessedOn: "2024-05-17" }))).toBe("accessed 17 May 2024");
    expect(words.describeAccess(reportEvidence())).toBeNull();
  });
});

describe("the words about a source", () => {
  test.each<[Partial<ReportSource>, string]>([
    [{}, ""],
    [{ publisher: "Treasury" }, ", Treasury"],
    [{ publishedOn: "2024" }, ", 2024"],
    [{ publisher: "Treasury", publishedOn: "2024-05-17" }, ", Treasury, 17 May 2024"],
  ])("a source with %o is from “%s”", (source, origin) => {
    expect(words.sourceOrigin(reportSource(source))).toBe(origin);
  });

  test("a primary source is called one", () => {
    expect(words.describeSourceKind(reportSource())).toBe("Web page");
    expect(words.describeSourceKind(reportSource({ primary: true }))).toBe("Web page, primary source");
  });

  test("a saved copy is mentioned", () => {
    expect(words.describeKeptCopy(reportSource())).toBe("");
    expect(words.describeKeptCopy(reportSource({ keptAt: null }))).toBe("");
    expect(words.describeKeptCopy(reportSource({ keptAt: "2026-11-23T08:00:00Z" }))).toBe(
      "A copy was saved on 23 November 2026.",
    );
  });

  const copy = "https://archive.example/copy";
  test.each<[string, Partial<ReportSource>, string | null, string]>([
    ["there", {}, null, ""],
    ["there, with a copy", { gone: false, archiveUrl: copy }, copy, ""],
    ["gone", { gone: true }, null, "The page is gone."],
    [
      "gone, with a copy",
      { gone: true, archiveUrl: copy },
      null,
      "The page is gone: the title links to an archived copy.",
    ],
    [
      "gone, with the claim's own copy",
      { gone: true },
      copy,
      "The page is gone: the title links to an archived copy.",
    ],
  ])("a page that is %s", (_, source, own, line) => {
    expect(words.describeDeadLink(reportSource(source), own)).toBe(line);
  });

  test.each<[string, Partial<ReportSource>, string]>([
    ["nothing that is known", {}, ""],
    ["of an earlier report", { authors: ["Doe, Jane"] }, "By Doe, Jane."],
    [
      "a paper",
      {
        authors: ["Doe, Jane", "Roe, John"],
        citation: { volume: "12", issue: "3", pages: "45-67", doi: "10.1000/182", issn: "2049-3630" },
      },
      "By Doe, Jane; Roe, John. Volume 12, issue 3, pages 45–67. ISSN 2049-3630. DOI: 10.1000/182.",
    ],
    [
      "a chapter",
      {
        citation: {
          editors: ["Doe, J."],
          translators: ["Roe, J."],
          edition: "2",
          publishingHouse: "Example Press",
          publisherPlace: "Berlin",
          isbn: "978-0-306-40615-7",
        },
      },
      "Edited by Doe, J. Translated by Roe, J. Edition 2. Berlin: Example Press. ISBN 978-0-306-40615-7.",
    ],
    [
      "a report at an event",
      { citation: { number: "7", eventTitle: "Trade forum" } },
      "Number 7. Trade forum.",
    ],
    ["a redacted DOI", { citation: { doi: null, volume: "1" } }, "Volume 1."],
    [
      "very many authors",
      { authors: Array.from({ length: 30 }, (_, index) => `A${index}`) },
      `By ${Array.from({ length: 20 }, (_, index) => `A${index}`).join("; ")}; and others.`,
    ],
  ])("the citation of %s", (_, source, text) => {
    expect(words.describeCitation(reportSource(source))).toBe(text);
  });

  test("a page that is gone links to the copy of the source unless the claim names its own", () => {
    const source = reportSource({ gone: true, url: "https://example.org/", archiveUrl: copy });
    expect(sourceHref(source)).toBe(copy);
    expect(sourceHref(source, "https://archive.example/own")).toBe("https://archive.example/own");
  });
});

test.each<[ReportPicture, { description: string; host: string }]>([
  [
    { src: "https://example.org/a.jpg", alt: "A port" },
    { description: "Picture: A port", host: "example.org" },
  ],
  [
    { src: "https://example.org/a.jpg", alt: "" },
    { description: "Picture", host: "example.org" },
  ],
])("the picture %o is described", (picture, expected) => {
  expect(words.describePicture(picture)).toEqual(expected);
});
