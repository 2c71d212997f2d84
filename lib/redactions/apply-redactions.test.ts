import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { blockText } from "@/lib/reports/block-text";
import { REDACTED } from "@/lib/reports/redacted-mark";
import type { Report, ReportCorrection } from "@/lib/reports/report";
import { sampleReport } from "@/lib/testing/sample-report";
import {
  paragraph,
  reportClaim,
  reportClaimant,
  reportCorrection,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "@/lib/testing/small-report";
import { applyRedactions, redactCorrection, redactPublicText } from "./apply-redactions";
import type { Spot } from "./eraser";
import type { AppliedRedaction, RedactionTarget } from "./redaction";

const AT = "2026-05-17T10:00:00.000Z";
const redaction = (target: RedactionTarget, overrides: Partial<AppliedRedaction> = {}): AppliedRedaction => ({
  number: 1,
  target,
  reason: "source protection",
  at: AT,
  ...overrides,
});
const text = (words: string, matchCase = false) => redaction({ kind: "text", text: words, matchCase });
const passage = (words: string) => redaction({ kind: "passage", text: words });
const source = (target: Partial<RedactionTarget & { kind: "source" }>) =>
  redaction({
    kind: "source",
    sourceIds: [],
    at: [],
    addresses: [],
    words: [],
    excerpts: [],
    ...target,
  });
const LABEL = "[redacted: source protection]";

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
      [text(words)],
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
  const redacted = applyRedactions(named, [text("Jane Doe")]);
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

const budget = reportSource({
  id: "source-1",
  title: "Secret budget",
  authors: ["Jane Doe"],
  publisher: "Ministry",
  publishedOn: "2026-01-01",
  url: "https://leaks.example/budget",
  archiveUrl: "https://archive.example/1",
  keptAt: AT,
  gone: true,
  citation: { volume: "5", doi: "10.1000/budget" },
});
const sourced = smallReport({
  claims: [
    reportClaim({
      rationale: [paragraph("See the Secret budget by Jane Doe.")],
      rationaleText: "See the Secret budget by Jane Doe.",
      evidence: [
        reportEvidence({
          excerpt: "They fell by 5 %.",
          note: "Page 3.",
          accessedOn: "2026-01-02",
          archiveUrl: "https://archive.example/2",
        }),
        reportEvidence({ source: 2, excerpt: "Other words" }),
      ],
    }),
  ],
  sources: [budget, reportSource({ number: 2, title: "Budget speech", url: "https://gov.example/" })],
  corrections: [
    reportCorrection({
      field: "sources",
      from: "Supports: Secret budget, Ministry",
      to: "Supports: Budget speech",
    }),
  ],
});
sourced.article.blocks = [{ type: "paragraph", runs: [run("Taxes", { claims: [1] }), run(" rose.")] }];

describe("a source", () => {
  const hidden = {
    number: 1,
    id: null,
    title: LABEL,
    authors: [],
    publisher: null,
    publishedOn: null,
    url: null,
    kind: "web_page",
    primary: false,
    confidential: true,
    redacted: true,
    archiveUrl: null,
    keptAt: null,
    gone: false,
  };

  test.each<[string, Partial<RedactionTarget & { kind: "source" }>, found: boolean]>([
    ["is found by its id", { sourceIds: ["source-1"] }, true],
    ["is found by its numbers", { at: [{ publication: 2, source: 1 }] }, true],
    ["is another in another publication", { at: [{ publication: 1, source: 1 }] }, false],
    ["is another by another id", { sourceIds: ["source-2"] }, false],
  ])("%s", (_, target, found) => {
    const { sources } = applyRedactions(sourced, [source(target)]);
    expect(sources[0]).toEqual(found ? hidden : budget);
    expect(sources[1]).toEqual(sourced.sources[1]);
  });

  test("goes with what names it and what was quoted from it", () => {
    const redacted = applyRedactions(sourced, [
      source({
        sourceIds: ["source-1"],
        words: ["Secret budget", "Jane Doe"],
        addresses: ["https://leaks.example/budget"],
      }),
    ]);
    expect(redacted.claims[0]).toMatchObject({
      rationaleText: `See the ${REDACTED} by ${REDACTED}.`,
      evidence: [
        { source: 1, excerpt: null, note: "Page 3.", accessedOn: null, archiveUrl: null },
        { source: 2, excerpt: "Other words" },
      ],
    });
    expect(redacted.corrections).toMatchObject([{ from: LABEL, to: "Supports: Budget speech" }]);
  });

  test("that is confidential already stays described", () => {
    const described = { ...sourced, sources: [reportSource({ confidential: true, title: "An official" })] };
    expect(applyRedactions(described, [source({ at: [{ publication: 2, source: 1 }] })])).toBe(described);
  });
});

test.each<[string, RedactionTarget, object]>([
  [
    "an excerpt",
    { kind: "excerpt", text: "They fell by 5 %." },
    { claims: [{ evidence: [{ excerpt: LABEL }, { excerpt: "Other words" }] }] },
  ],
  [
    "an attachment",
    { kind: "attachment", address: "http://archive.example/2/" },
    { claims: [{ evidence: [{ archiveUrl: null, excerpt: "They fell by 5 %." }, {}] }] },
  ],
  [
    "words in one spelling",
    { kind: "text", text: "Page", matchCase: true },
    { claims: [{ evidence: [{ note: `${REDACTED} 3.` }, {}] }] },
  ],
])("%s goes", (_, target, expected) => {
  expect(applyRedactions(sourced, [redaction(target)])).toMatchObject(expected);
});

/** "The mayor took a bribe of one million last May." with a claim on each of some words. */
function withClaims(...quotes: string[]): Report {
  const words = "The mayor took a bribe of one million last May.";
  const claims = quotes.map((quote, index) => {
    const start = words.indexOf(quote);
    const end = start + quote.length;
    return reportClaim({
      number: index + 1,
      id: `claim-${index + 1}`,
      quote,
      start,
      end,
      prefix: words.slice(Math.max(0, start - 8), start),
      suffix: words.slice(end, end + 8),
      statement: quote,
    });
  });
  const cuts = [...new Set([0, words.length, ...claims.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const runs = cuts.slice(1).map((end, index) => {
    const start = cuts[index] as number;
    return run(words.slice(start, end), {
      claims: claims.filter((claim) => claim.start <= start && end <= claim.end).map(({ number }) => number),
    });
  });
  return smallReport({ article: { blocks: [{ type: "paragraph", runs }] }, claims });
}

describe("a claim and a redacted passage", () => {
  const [M] = [REDACTED];
  test.each<
    [
      string,
      quote: string,
      expected: { quote: string; start: number; prefix: string; suffix: string; statement: string },
    ]
  >([
    [
      "before it",
      "The mayor",
      { quote: "The mayor", start: 0, prefix: "", suffix: ` took ${M}`.slice(0, 8), statement: "The mayor" },
    ],
    [
      "after it",
      "last May",
      { quote: "last May", start: 26, prefix: "dacted] ", suffix: ".", statement: "last May" },
    ],
    [
      "around it",
      "took a bribe of one million last",
      {
        quote: `took ${M} last`,
        start: 10,
        prefix: "e mayor ",
        suffix: " May.",
        statement: `took ${M} last`,
      },
    ],
    [
      "in it",
      "bribe of one",
      { quote: M, start: 15, prefix: "or took ", suffix: " last Ma", statement: LABEL },
    ],
    [
      "over its begin",
      "mayor took a bribe",
      {
        quote: `mayor took ${M}`,
        start: 4,
        prefix: "The ",
        suffix: " last Ma",
        statement: "mayor took a bribe",
      },
    ],
    [
      "over its end",
      "million last",
      { quote: `${M} last`, start: 15, prefix: "or took ", suffix: " May.", statement: "million last" },
    ],
  ])("%s", (_, quote, expected) => {
    const redacted = applyRedactions(withClaims(quote), [passage("a bribe of one million")]);
    expect(redacted.claims[0]).toMatchObject({ ...expected, end: expected.start + expected.quote.length });
  });

  test("claims that end up on one mark get lanes of their own", () => {
    const { claims, article } = applyRedactions(withClaims("bribe of", "one million"), [
      passage("a bribe of one million"),
    ]);
    expect(claims.map(({ lane }) => lane).sort()).toEqual([0, 1]);
    expect(article.blocks[0]).toMatchObject({
      runs: [{ claims: [] }, { text: M, starts: [2, 1].sort(), ends: [1, 2] }, { claims: [] }],
    });
  });

  test("the hash is that of the redacted text", () => {
    const report = withClaims("last May");
    const { article } = applyRedactions(report, [passage("a bribe of one million")]);
    expect(article.textHash).toBe(createHash("sha256").update(`The mayor took ${M} last May.`).digest("hex"));
    expect(applyRedactions(report, [text("nobody")]).article.textHash).toBe(report.article.textHash);
  });
});

test("offsets count what the text of the version has and the Report does not: empty captions", () => {
  const report = withClaims("last May");
  const claims = report.claims.map((claim) => ({ ...claim, start: claim.start + 1, end: claim.end + 1 }));
  const { claims: redacted } = applyRedactions({ ...report, claims }, [passage("a bribe of one million")]);
  expect(redacted[0]).toMatchObject({ quote: "last May", start: 27, end: 35 });
});

test("a claim that is nowhere in the text is a fault", () => {
  const report = withClaims("last May");
  const claims = [reportClaim({ number: 9 })];
  expect(() => applyRedactions({ ...report, claims }, [passage("one million")])).toThrow(RangeError);
});

test("all redactions apply to what was published, in any order", () => {
  const report = withClaims("last May");
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
  const redacted = applyRedactions(smallReport({ organisation }), [text("Jane Doe")]);
  expect(redacted.organisation).toMatchObject({
    name: "[redacted]'s paper",
    url: null,
    funding: "[redacted] pays.",
    sameAs: ["https://social.example/daily"],
  });
});

test("a short value that is part of a passage stays, and so does a name", () => {
  const report = {
    ...withClaims("last May"),
    signers: [{ person: 1, name: "one million last", role: "checked" as const, claims: [], at: AT }],
  };
  const redacted = applyRedactions(report, [passage("one million last May")]);
  expect(redacted.signers[0]?.name).toBe("one million last");
  expect(redacted.claims[0]?.statement).toBe("last May");
});

test("a report without what is redacted stays the same object", () => {
  expect(applyRedactions(named, [])).toBe(named);
  expect(applyRedactions(named, [text("John Roe")])).toBe(named);
});

test("every spot is named once, with what is around it", () => {
  const spots: Spot[] = [];
  applyRedactions(
    withClaims("The mayor"),
    [passage("a bribe of one million"), { ...text("bribe"), number: 2 }],
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
  const redactions = [text("Jane Doe"), passage("a bribe of one million"), source({ words: ["Diary"] })];
  expect(redactCorrection({ ...values, note: "By Jane Doe" }, redactions)).toMatchObject({
    ...expected,
    note: `By ${REDACTED}`,
  });
});

test("so is a reason for unpublishing", () => {
  expect(redactPublicText("Jane Doe asked us to.", [text("Jane Doe")])).toBe(`${REDACTED} asked us to.`);
});

test("in the sample article, every claim keeps its words around any passage", () => {
  const report = sampleReport();
  const original = blockText(report.article.blocks);
  const words = [...original.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const count = words.length;
  fc.assert(
    fc.property(fc.nat(count - 1), fc.integer({ min: 1, max: 60 }), (from, length) => {
      const start = (words[from] as { start: number }).start;
      const end = (words[Math.min(from + length, count) - 1] as { end: number }).end;
      const secret = original.slice(start, end);
      const redacted = applyRedactions(report, [passage(secret)]);
      const now = blockText(redacted.article.blocks);
      for (const claim of redacted.claims) {
        expect(now.slice(claim.start, claim.end)).toBe(claim.quote);
        expect(now.slice(0, claim.start).endsWith(claim.prefix)).toBe(true);
        expect(now.slice(claim.end).startsWith(claim.suffix)).toBe(true);
        const runs = redacted.article.blocks.flatMap((block) => ("runs" in block ? block.runs : []));
        const marked = runs.filter(({ claims }) => claims.includes(claim.number));
        if (marked.length > 0)
          expect(marked.map((each) => each.text).join("")).toBe(claim.quote.replaceAll("\n", ""));
      }
      const hash = createHash("sha256").update(now).digest("hex");
      expect(redacted.article.textHash).toBe(redacted === report ? report.article.textHash : hash);
    }),
    { numRuns: 60 },
  );
});
