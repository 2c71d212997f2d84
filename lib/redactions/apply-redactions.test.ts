import { describe, expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { blockText } from "@/lib/reports/block-text";
import { REDACTED } from "@/lib/reports/redacted-mark";
import type { ReportBlock, ReportCorrection } from "@/lib/reports/report";
import {
  PUBLISHED_AT as AT,
  LABEL,
  redaction,
  redactPassage,
  redactSource,
  redactWords,
  reportWithClaims,
} from "@/lib/testing/reports/redactions";
import {
  paragraph,
  reportClaim,
  reportClaimant,
  reportCorrection,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { applyRedactions, redactCorrection, redactPublicText } from "./apply-redactions";
import type { Spot } from "./eraser";

/** "Jane Doe" wherever a Report has text. */
const named = smallReport({
  publication: { id: "p", number: 2, publishedAt: AT, publishedBy: "Jane Doe", firstPublishedAt: AT },
  finding: "What Jane Doe saw is true.",
  article: {
    title: "What Jane Doe saw",
    byline: "Jane Doe",
    publisher: "Doe, Jane Doe & Sons",
    sourceUrl: "https://example.org/jane-doe",
    blocks: [
      {
        type: "paragraph",
        runs: [run("So Jane "), run("Doe", { strong: true, href: "https://jane_doe.example" })],
      },
      { type: "figure", pictures: [{ src: "https://example.org/Jane%20Doe.png", alt: "" }], caption: [] },
      {
        type: "figure",
        pictures: [{ src: "https://example.org/1.png", alt: "Jane Doe at sea" }],
        caption: [],
      },
    ],
  },
  claims: [
    reportClaim({
      start: 0,
      end: 11,
      quote: "So Jane Doe",
      suffix: "",
      statement: "Jane Doe spoke.",
      claimant: reportClaimant("Jane Doe", {
        role: "sister of Jane Doe",
        sameAs: ["https://people.example/7"],
        asWritten: "Jane Doe via Jane Doe News",
      }),
      carriedBy: "Jane Doe News",
      tags: ["Jane Doe", "trade"],
      rationale: [paragraph("As Jane Doe says.")],
      rationaleText: "As Jane Doe says.",
      verdictBy: "Jane Doe",
      approvedBy: ["Jane Doe", "Bea"],
      evidence: [
        reportEvidence({
          excerpt: "Jane Doe, 5 May",
          note: "by Jane Doe",
          archiveUrl: "https://a.example/jane+doe",
        }),
      ],
    }),
  ],
  sources: [
    reportSource({
      title: "Jane Doe's diary",
      authors: ["Jane Doe"],
      publisher: "Jane Doe",
      url: "https://e.example/?q=jane-doe",
      citation: {
        doi: "10.1000/jane-doe",
        editors: ["Doe, Jane Doe"],
        volume: "5",
        eventTitle: "Jane Doe Day",
      },
    }),
  ],
  signers: [{ person: 1, name: "Jane Doe", role: "checked", claims: [1], at: AT }],
  corrections: [
    reportCorrection({ field: "claimant", from: "Jane Doe", to: "Bea", note: "Jane Doe did not say it." }),
  ],
});
named.article.blocks = named.article.blocks.map((block) =>
  block.type === "paragraph"
    ? { ...block, runs: block.runs.map((each) => ({ ...each, claims: [1] })) }
    : block,
);

describe("a claimant that publications had as one text", () => {
  const asWritten = "Jane Doe, as reported by Reuters";
  const claimOf = (words: string) =>
    applyRedactions(
      {
        ...named,
        claims: [reportClaim({ claimant: reportClaimant("Jane Doe", { asWritten }), carriedBy: "Reuters" })],
      },
      [redactWords(words)],
    ).claims[0];

  test.each<[string, string, unknown]>([
    [
      "a part of it",
      "Reuters",
      { claimant: { id: "claimant-Jane Doe", name: "Jane Doe" }, carriedBy: LABEL },
    ],
    [
      "all of it, which no field has",
      asWritten,
      { claimant: { id: null, name: LABEL, role: null, sameAs: [] }, carriedBy: null },
    ],
    [
      "words across its fields",
      "Doe, as reported by",
      { claimant: { id: null, name: `Jane ${REDACTED} Reuters`, role: null, sameAs: [] }, carriedBy: null },
    ],
  ])("loses %s", (_, words, expected) => {
    expect(claimOf(words)).toMatchObject(expected as object);
    expect(JSON.stringify(claimOf(words))).not.toContain(words);
  });
});

test("words go from every text and address of a Report", () => {
  const redacted = applyRedactions(named, [redactWords("Jane Doe")]);
  expect(JSON.stringify(redacted)).not.toMatch(/jane.{0,3}doe/i);
  expect(redacted).toMatchObject({
    publication: { publishedBy: LABEL },
    finding: `What ${REDACTED} saw is true.`,
    article: {
      title: `What ${REDACTED} saw`,
      byline: LABEL,
      publisher: `Doe, ${REDACTED} & Sons`,
      sourceUrl: null,
      blocks: [
        { runs: [{ text: `So ${REDACTED}`.slice(0, 3) }, { text: REDACTED }] },
        { type: "figure", pictures: [{ alt: `${REDACTED} at sea` }] },
      ],
    },
    claims: [
      {
        quote: `So ${REDACTED}`,
        statement: `${REDACTED} spoke.`,
        claimant: {
          id: null,
          kind: "person",
          name: LABEL,
          role: `sister of ${REDACTED}`,
          sameAs: [],
        },
        carriedBy: `${REDACTED} News`,
        tags: [LABEL, "trade"],
        rationale: [{ runs: [{ text: "As " }, { text: REDACTED }, { text: " says." }] }],
        rationaleText: `As ${REDACTED} says.`,
        verdictBy: LABEL,
        approvedBy: [LABEL, "Bea"],
        evidence: [{ excerpt: `${REDACTED}, 5 May`, note: `by ${REDACTED}`, archiveUrl: null }],
      },
    ],
    sources: [
      {
        title: `${REDACTED}'s diary`,
        authors: [LABEL],
        publisher: LABEL,
        url: null,
        citation: { doi: null, volume: "5" },
      },
    ],
    signers: [{ name: LABEL }],
    corrections: [{ from: LABEL, to: "Bea", note: `${REDACTED} did not say it.` }],
    redactions: [{ number: 1, reason: "source protection", at: AT }],
  });
});

test("all redactions apply to what was published, in any order", () => {
  const report = reportWithClaims("last May");
  const each = [
    redaction({ kind: "text", text: "bribe", matchCase: false }, { number: 1, reason: "a" }),
    redaction({ kind: "passage", text: "a bribe of one million" }, { number: 2, reason: "b" }),
    redaction({ kind: "text", text: "Jane Doe", matchCase: false }, { number: 3, reason: "c" }),
  ];
  const redacted = applyRedactions(report, each);
  expect(blockText(redacted.article.blocks)).toBe(`The mayor took ${REDACTED} last May.`);
  expect(blockText(applyRedactions(report, [...each].reverse()).article.blocks)).toBe(
    blockText(redacted.article.blocks),
  );
  expect(redacted.redactions).toEqual([
    { number: 1, reason: "a", at: AT },
    { number: 2, reason: "b", at: AT },
  ]);
});

test("an organisation is redacted like everything else", () => {
  const organisation = {
    ...bareOrganisation("Jane Doe's paper", "https://daily.example/jane-doe"),
    funding: "Jane Doe pays.",
    sameAs: ["https://social.example/jane-doe", "https://social.example/daily"],
  };
  const redacted = applyRedactions(smallReport({ organisation }), [redactWords("Jane Doe")]);
  expect(redacted.organisation).toMatchObject({
    name: "[redacted]'s paper",
    url: null,
    funding: "[redacted] pays.",
    sameAs: ["https://social.example/daily"],
  });
});

test("a report without what is redacted stays the same object", () => {
  expect(applyRedactions(named, [])).toBe(named);
  expect(applyRedactions(named, [redactWords("John Roe")])).toBe(named);
});

test("every spot is named once, with what is around it", () => {
  const spots: Spot[] = [];
  applyRedactions(
    reportWithClaims("The mayor"),
    [redactPassage("a bribe of one million"), { ...redactWords("bribe"), number: 2 }],
    (_, spot) => spots.push(spot),
  );
  expect(spots).toEqual([
    {
      part: "text",
      number: null,
      before: "The mayor took ",
      removed: "a bribe of one million",
      after: " last May.",
    },
  ]);
});

test.each<[string, Pick<ReportCorrection, "field" | "from" | "to">, Pick<ReportCorrection, "from" | "to">]>([
  ["a name", { field: "claimant", from: "Jane Doe", to: null }, { from: LABEL, to: null }],
  ["a quotation in a passage", { field: "quote", from: "of one million", to: "x" }, { from: LABEL, to: "x" }],
  [
    "one of the sources",
    {
      field: "sources",
      from: [
        { stance: "supports", unnamed: false, text: "Diary, Ministry" },
        { stance: "context", unnamed: false, text: "Budget" },
      ],
      to: [],
    },
    {
      from: [
        { stance: "supports", unnamed: false, text: LABEL },
        { stance: "context", unnamed: false, text: "Budget" },
      ],
      to: [],
    },
  ],
  [
    "the sources of an earlier one",
    { field: "sources", from: "Supports: Diary, Ministry", to: "x" },
    { from: LABEL, to: "x" },
  ],
])("a stored correction is redacted like a Report: %s", (_, values, expected) => {
  const redactions = [
    redactWords("Jane Doe"),
    redactPassage("a bribe of one million"),
    redactSource({ words: ["Diary"] }),
  ];
  expect(redactCorrection({ ...values, note: "By Jane Doe" }, redactions)).toMatchObject({
    ...expected,
    note: `By ${REDACTED}`,
  });
});

test("so is a reason for unpublishing", () => {
  expect(redactPublicText("Jane Doe asked us to.", [redactWords("Jane Doe")])).toBe(
    `${REDACTED} asked us to.`,
  );
});

test("words go from lists, tables and captions, and the blocks around them stay", () => {
  const cell = (text: string) => ({ header: false, columns: 1, rows: 1, blocks: [paragraph(text)] });
  const pictures = [{ src: "https://example.org/1.png", alt: "" }];
  const blocks: ReportBlock[] = [
    {
      type: "list",
      ordered: true,
      start: 3,
      items: [[paragraph("Jane Doe spoke.")], [paragraph("Then: no.")]],
    },
    {
      type: "table",
      rows: [
        [cell("Name"), cell("Jane Doe")],
        [cell("Age"), cell("71")],
      ],
    },
    { type: "figure", pictures, caption: [] },
    { type: "quote", blocks: [paragraph("Jane Doe was there.")] },
    { type: "rule" },
    { type: "figure", pictures, caption: [run("Jane Doe at sea")] },
    paragraph("The end."),
  ];
  const report = smallReport({ article: { blocks }, claims: [] });
  /** Blocks as JSON with the text of their runs. */
  const shapeOf = (shown: readonly ReportBlock[]) =>
    JSON.stringify(shown, (key, value) =>
      key === "runs" || key === "caption" ? value.map(({ text }: { text: string }) => text).join("") : value,
    );
  const redacted = applyRedactions(report, [redactWords("Jane Doe")]).article.blocks;
  expect(shapeOf(redacted)).toBe(shapeOf(blocks).replaceAll("Jane Doe", REDACTED));
});
