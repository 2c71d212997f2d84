import { describe, expect, test } from "vitest";
import { defaultScale } from "@/lib/ratings/default-scale";
import { doc, p } from "@/lib/testing/builders";
import {
  claimOn,
  drawRuns,
  budgetEvidence as evidence,
  reportOf,
  budget as source,
  verdict,
} from "@/lib/testing/reports/report-of";

describe("a report", () => {
  const document = doc(p("One two three."));

  test("claims keep their numbers in the order of the text, sources are numbered by first use", () => {
    const other = { ...source, id: "s2", title: "Other" };
    const built = reportOf(document, [
      claimOn(document, "three", {
        number: 4,
        evidence: [
          { ...evidence, source: other },
          { ...evidence, source },
        ],
      }),
      claimOn(document, "One", { number: 7, evidence: [{ ...evidence, source }] }),
    ]);
    expect(
      built.claims.map(({ number, position, quote, evidence: uses }) => [
        ...[number, position, quote],
        uses.map((each) => each.source),
      ]),
    ).toEqual([
      [7, 1, "One", [1]],
      [4, 2, "three", [2, 1]],
    ]);
    expect(drawRuns(built.article.blocks)).toEqual([">7One[7]<7", " two []", ">4three[4]<4", ".[]"]);
    expect(built.sources.map((each) => each.title)).toEqual(["Budget", "Other"]);
  });

  test("a claim has everything that readers see of it", () => {
    const claim = claimOn(document, "two", {
      id: "c",
      number: 12,
      statement: "Two.",
      claimant: { id: "i", kind: "person", name: "Ida", role: "mayor", sameAs: ["https://ida.example"] },
      carriedBy: "Reuters",
      claimedOn: "2024-05-17",
      kind: "number",
      tags: ["trade"],
      rating: "true",
      evidence: [{ ...evidence, note: "See page 3.", accessedOn: "2025-12-31", source }],
    });
    expect(reportOf(document, [claim]).claims).toEqual([
      {
        number: 12,
        position: 1,
        id: "c",
        quote: "two",
        start: 4,
        end: 7,
        prefix: "One ",
        suffix: " three.",
        lane: 0,
        statement: "Two.",
        claimant: { id: "i", kind: "person", name: "Ida", role: "mayor", sameAs: ["https://ida.example"] },
        carriedBy: "Reuters",
        claimedOn: "2024-05-17",
        kind: "number",
        tags: ["trade"],
        ratingKey: "true",
        rationale: [
          {
            type: "paragraph",
            runs: [{ text: "The records say otherwise.", claims: [], starts: [], ends: [] }],
          },
        ],
        rationaleText: "The records say otherwise.",
        verdictBy: "Ada Writer",
        verdictAt: "2026-01-02T03:04:05.000Z",
        approvedBy: ["Bea"],
        firstPublishedAt: "2026-01-04T00:00:00.000Z",
        evidence: [
          {
            id: "e",
            source: 1,
            stance: "supports",
            excerpt: "words",
            note: "See page 3.",
            accessedOn: "2025-12-31",
            archiveUrl: "https://archive.example/",
          },
        ],
      },
    ]);
  });

  test.each<[string, [string, string, number][], string[]]>([
    [
      "the first in the text",
      [
        ["b", "three", 1],
        ["a", "One", 2],
      ],
      ["a", "b"],
    ],
    [
      "of two that start together, the longer one",
      [
        ["a", "One", 1],
        ["b", "One two", 2],
      ],
      ["b", "a"],
    ],
    [
      "of two on the same words, the one with the lower number",
      [
        ["a", "One", 2],
        ["b", "One", 1],
      ],
      ["b", "a"],
    ],
  ])("first is %s", (_, marked, expected) => {
    const claims = marked.map(([id, exact, number]) => claimOn(document, exact, { id, number }));
    expect(reportOf(document, claims).claims.map(({ id, position }) => [position, id])).toEqual(
      expected.map((id, index) => [index + 1, id]),
    );
  });

  test("the underline of a claim inside another is nearer to the text", () => {
    const built = reportOf(document, [claimOn(document, "One two"), claimOn(document, "two")]);
    expect(built.claims.map(({ quote, lane }) => `${quote}: ${lane}`)).toEqual(["One two: 1", "two: 0"]);
  });

  test("the summary counts the claims of each rating, in the order of the scale", () => {
    const rated = ["true", "false", "true"].map((rating) => claimOn(document, "One", { rating }));
    const { total, counts } = reportOf(document, rated).summary;
    expect(total).toBe(3);
    expect(counts.map(({ ratingKey, count }) => `${ratingKey} ${count}`)).toEqual([
      "false 1",
      "misleading 0",
      "altered 0",
      "needs-context 0",
      "mostly-true 0",
      "true 2",
      "unverifiable 0",
      "not-checkable 0",
    ]);
  });

  test("it names its publication, the version of its text, and its scale", () => {
    const built = reportOf(document, []);
    expect(built.schemaVersion).toBe(2);
    expect(built.publication).toEqual({
      id: "p",
      number: 1,
      publishedAt: "2026-01-04T00:00:00.000Z",
      publishedBy: "Bea",
      firstPublishedAt: "2026-01-04T00:00:00.000Z",
    });
    expect(built.article).toMatchObject({ slug: "a", title: "A", versionNumber: 1, textHash: "0" });
    expect(built.scale).toEqual({ name: defaultScale.name, ratings: defaultScale.ratings });
    expect(built.method).toEqual({ key: "two-editors" });
  });

  test("first dates are kept from the publication before, for the article and each of its claims", () => {
    const first = claimOn(document, "One", { id: "first" });
    const before = reportOf(document, [first]);
    before.publication.firstPublishedAt = "2025-01-01T00:00:00.000Z";
    for (const claim of before.claims) claim.firstPublishedAt = "2025-02-01T00:00:00.000Z";
    const built = reportOf(document, [first, claimOn(document, "two", { id: "new" })], {}, before);
    expect(built.publication).toMatchObject({
      publishedAt: "2026-01-04T00:00:00.000Z",
      firstPublishedAt: "2025-01-01T00:00:00.000Z",
    });
    expect(built.claims.map(({ id, firstPublishedAt }) => [id, firstPublishedAt])).toEqual([
      ["first", "2025-02-01T00:00:00.000Z"],
      ["new", "2026-01-04T00:00:00.000Z"],
    ]);
  });

  test.each<[string, string | null, number | null]>([
    ["a published claim", "second", 5],
    ["a claim no longer published", "gone", null],
    ["no claim", null, null],
  ])("a correction of %s has its number", (_, claimId, claim) => {
    const correction = {
      kind: "update",
      field: "verdict",
      from: "True",
      to: "False",
      note: "Counted again.",
      madeAt: "2026-01-04T00:00:00.000Z",
    } as const;
    const claims = [
      claimOn(document, "One", { id: "first" }),
      claimOn(document, "two", { id: "second", number: 5 }),
    ];
    expect(reportOf(document, claims, { corrections: [{ ...correction, claimId }] }).corrections).toEqual([
      { ...correction, claim },
    ]);
  });

  test.each([
    ["a claim without a verdict", { verdict: null }, /has no verdict/],
    [
      "a rationale that is no document",
      { verdict: { ...verdict, rationaleDoc: { type: "essay" } } },
      /the rationale of verdict v:/,
    ],
  ])("%s is misuse", (_, overrides, message) => {
    expect(() => reportOf(document, [claimOn(document, "One", overrides)])).toThrow(RangeError);
    expect(() => reportOf(document, [claimOn(document, "One", overrides)])).toThrow(message);
  });

  test.each([
    ["en", "ltr"],
    ["ar-EG", "rtl"],
    ["he", "rtl"],
  ] as const)("%s is written %s", (language, direction) => {
    const article = {
      slug: "a",
      title: "A",
      byline: null,
      publisher: null,
      publishedOn: null,
      sourceUrl: null,
      language,
    };
    expect(reportOf(document, [], { article }).article.direction).toBe(direction);
  });
});
