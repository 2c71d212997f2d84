import { describe, expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { claimOfVersion1, reportVersion1 } from "@/lib/testing/reports/report-version-1";
import { reportClaim, reportClaimant, smallReport } from "@/lib/testing/reports/small-report";
import { type ReportVersion1, type StoredReport, upgradeReport } from "./upgrade-report";

const FIRST = "2025-12-31T00:00:00.000Z";
const upgraded = (overrides: Partial<ReportVersion1> = {}) => upgradeReport(reportVersion1(overrides), FIRST);

describe("a report of version 1", () => {
  test.each<[string, unknown, unknown]>([
    ["the version", upgraded().schemaVersion, 2],
    ["the first publication of its article", upgraded().publication.firstPublishedAt, FIRST],
    ["no organisation", upgraded().organisation, null],
    ["no finding of its own", upgraded().finding, null],
    [
      "the positions of claims",
      upgraded({
        claims: [claimOfVersion1({ id: "a", number: 1 }), claimOfVersion1({ id: "b", number: 2 })],
      }).claims.map(({ number, position }) => [number, position]),
      [
        [1, 1],
        [2, 2],
      ],
    ],
    ["the first publication of claims", upgraded().claims[0]?.firstPublishedAt, FIRST],
    ["no ids of evidence", upgraded().claims[0]?.evidence[0]?.id, null],
    [
      "sources without copies, authors and ids",
      upgraded().sources[0],
      {
        ...{
          number: 1,
          title: "Budget",
          publisher: null,
          publishedOn: null,
          url: "https://example.org/budget",
        },
        ...{ kind: "web_page", primary: true, confidential: false },
        ...{ id: null, archiveUrl: null, keptAt: null, authors: [], gone: false },
      },
    ],
    [
      "people by their names",
      upgraded().signers.map(({ person, role }) => [person, role]),
      [
        [1, "checked"],
        [2, "approved"],
        [2, "published"],
      ],
    ],
  ])("gets %s", (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  test("keeps what was added while it was the current version", () => {
    const source = {
      ...(reportVersion1().sources[0] as ReportVersion1["sources"][number]),
      ...{ id: "source-1", archiveUrl: "https://archive.example/1", authors: ["Ida"], gone: true },
    };
    const signers = [{ person: 7, name: "Ada", role: "checked" as const, claims: [1], at: FIRST }];
    const corrections = [
      {
        claim: 1,
        kind: "update" as const,
        field: "verdict" as const,
        from: "a",
        to: "b",
        note: "c",
        madeAt: FIRST,
      },
    ];
    const organisation = { name: "The Daily Check", url: null };
    const report = upgraded({ sources: [source], signers, corrections, organisation });
    const { kindLabel: _, ...current } = source;
    expect(report).toMatchObject({ sources: [current], signers, corrections });
    expect(report.organisation).toEqual(bareOrganisation("The Daily Check", null));
  });

  test("calls a correction without a kind a correction", () => {
    const old = { claim: 1, field: "verdict" as const, from: "a", to: "b", note: "c", madeAt: FIRST };
    expect(upgraded({ corrections: [old] }).corrections).toEqual([{ ...old, kind: "correction" }]);
  });

  test("is itself not changed", () => {
    const stored = reportVersion1();
    upgradeReport(stored, FIRST);
    expect(stored).toEqual(reportVersion1());
  });
});

test.each([
  ["before it had a finding", {}, null],
  ["with a finding", { finding: "Taxes fell." }, "Taxes fell."],
])("a report of version 2 %s keeps what it says", (_, part, expected) => {
  const { finding: _finding, ...before } = smallReport();
  const stored = { ...before, ...part };
  expect(upgradeReport(stored, FIRST)).toEqual({ ...before, finding: expected });
});

test("a report of the current form stays as it is", () => {
  const report = smallReport({
    claims: [
      reportClaim({
        claimant: reportClaimant("Ida", { sameAs: ["https://ida.example"] }),
        carriedBy: "Reuters",
      }),
    ],
  });
  expect(upgradeReport(report, FIRST)).toEqual(report);
});

describe.each<[string, (claimant: string | null, tags: string[]) => StoredReport]>([
  [
    "version 1",
    (claimant, tags) => reportVersion1({ claims: [claimOfVersion1({ id: "a", number: 1, claimant, tags })] }),
  ],
  [
    "version 2",
    (claimant, tags) => {
      const { carriedBy: _, ...claim } = reportClaim({ tags });
      return { ...smallReport(), claims: [{ ...claim, claimant }] };
    },
  ],
])("the claimant of a report of %s, which was one text", (_, stored) => {
  test.each<[string, string | null, string[], unknown]>([
    ["none", null, ["tax"], { claimant: null, carriedBy: null, tags: ["tax"] }],
    [
      "a name",
      "Ministry of Finance",
      [],
      {
        claimant: { id: null, kind: "organisation", name: "Ministry of Finance", role: null, sameAs: [] },
        carriedBy: null,
        tags: [],
      },
    ],
    [
      "all parts",
      "Joseph Wu, then minister, as reported by the Associated Press (text altered)",
      ["tax"],
      {
        claimant: {
          id: null,
          kind: "person",
          name: "Joseph Wu",
          role: "then minister",
          sameAs: [],
          asWritten: "Joseph Wu, then minister, as reported by the Associated Press (text altered)",
        },
        carriedBy: "Associated Press",
        tags: ["tax", "text altered"],
      },
    ],
  ])("%s", (_, claimant, tags, expected) => {
    const [claim] = upgradeReport(stored(claimant, tags), FIRST).claims;
    expect({ claimant: claim?.claimant, carriedBy: claim?.carriedBy, tags: claim?.tags }).toEqual(expected);
  });
});

test("a report of a later version is refused", () => {
  const later = { ...smallReport(), schemaVersion: 3 } as unknown as StoredReport;
  expect(() => upgradeReport(later, FIRST)).toThrow("the report has version 3");
});
