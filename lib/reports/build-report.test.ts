import { describe, expect, test } from "vitest";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { Claim, Verdict } from "@/lib/claims/claim";
import { canonicalText } from "@/lib/document/canonical-text";
import { defaultScale } from "@/lib/ratings/default-scale";
import { NO_DETAILS } from "@/lib/sources/source-details";
import {
  br,
  buildClaim,
  buildSource,
  doc,
  figure,
  item,
  link,
  ol,
  p,
  quote,
  rationale,
  strong,
  table,
} from "@/lib/testing/builders";
import { buildReport, type ReportSnapshot } from "./build-report";
import type { Report, ReportBlock, ReportRun } from "./report";

type Doc = ReturnType<typeof doc>;

function claimOn(document: Doc, exact: string, overrides: Parameters<typeof buildClaim>[0] = {}): Claim {
  const { text } = canonicalText(document);
  const start = text.indexOf(exact);
  const claim = buildClaim(overrides);
  return { ...claim, anchor: { ...claim.anchor, ...describeAnchor(text, start, start + exact.length) } };
}

const verdict: Verdict = {
  id: "v",
  ratingKey: "false",
  rationaleDoc: rationale("The records say otherwise."),
  rationaleText: "The records say otherwise.",
  givenBy: { id: "ada", name: "Ada Writer" },
  givenAt: "2026-01-02T03:04:05.000Z",
};

const bea = { id: "bea", name: "Bea" };

function report(
  document: Doc,
  claims: Claim[],
  overrides: Partial<ReportSnapshot> = {},
  before: Report | null = null,
) {
  return buildReport(
    {
      article: {
        slug: "a",
        title: "A",
        byline: null,
        publisher: null,
        publishedOn: null,
        sourceUrl: null,
        language: "en",
      },
      version: { number: 1, textHash: "0", doc: document },
      scale: defaultScale,
      claims,
      approvals: claims.map(({ id: claimId }) => ({ claimId, person: bea, at: "2026-01-03T00:00:00.000Z" })),
      corrections: [],
      ...overrides,
    },
    { publicationId: "p", number: 1, now: "2026-01-04T00:00:00.000Z", publishedBy: bea, before },
  );
}

function runsOf(blocks: ReportBlock[]): ReportRun[] {
  return blocks.flatMap((block) => {
    if (block.type === "quote") return runsOf(block.blocks);
    if (block.type === "list") return block.items.flatMap(runsOf);
    if (block.type === "table") return block.rows.flat().flatMap((cell) => runsOf(cell.blocks));
    if (block.type === "figure") return block.caption;
    return block.type === "rule" ? [] : block.runs;
  });
}

/** Each run as "text[1,2]", with > where a claim starts and < where one ends. */
const draw = (blocks: ReportBlock[]) =>
  runsOf(blocks).map(
    (run) =>
      `${run.starts.map((n) => `>${n}`).join("")}${run.text}[${run.claims}]${run.ends.map((n) => `<${n}`).join("")}`,
  );

describe("runs", () => {
  const plain = doc(p("Trade rose to ", strong("$240 billion"), " last year."), p("Then it fell."));
  test.each([
    ["no claims", plain, [], ["Trade rose to []", "$240 billion[]", " last year.[]", "Then it fell.[]"]],
    [
      "in a table and under a picture",
      doc(
        table(["Year", "Trade"], ["2023", "$240 billion"]),
        figure("https://example.org/a.jpg", "A port", "A port in 2023"),
      ),
      ["$240 billion", "in 2023"],
      ["Year[]", "Trade[]", "2023[]", ">1$240 billion[1]<1", "A port []", ">2in 2023[2]<2"],
    ],
    [
      "nested in a longer one, split by format",
      plain,
      ["rose to $240 billion last", "$240"],
      [
        "Trade []",
        ">1rose to [1]",
        ">2$240[2,1]<2",
        " billion[1]",
        " last[1]<1",
        " year.[]",
        "Then it fell.[]",
      ],
    ],
    [
      "across a paragraph break",
      plain,
      ["last year.\nThen"],
      ["Trade rose to []", "$240 billion[]", " []", ">1last year.[1]", "Then[1]<1", " it fell.[]"],
    ],
    [
      "over a hard break, in a list in a quote",
      doc(quote(ol(item(p("a", br, "b"))))),
      ["a\nb"],
      [">1a[1]", "\n[1]", "b[1]<1"],
    ],
    ["emoji and right-to-left", doc(p("👍 שלום")), ["שלום"], ["👍 []", ">1שלום[1]<1"]],
  ])("%s", (_, document, quotes, expected) => {
    expect(
      draw(
        report(
          document,
          quotes.map((exact, index) => claimOn(document, exact, { number: index + 1 })),
        ).article.blocks,
      ),
    ).toEqual(expected);
  });

  test("links keep their URL", () => {
    const document = doc(p(link("https://example.org/", "here")));
    expect(runsOf(report(document, []).article.blocks)[0]).toMatchObject({ href: "https://example.org/" });
  });
});

describe("a report", () => {
  const document = doc(p("One two three."));
  const source = buildSource({
    id: "s1",
    url: "https://example.org/",
    title: "Budget",
    publisher: "Treasury",
    publishedOn: "2024",
    kind: "report",
    primary: true,
    archiveUrl: "https://archive.example.org/budget",
    keptAt: "2026-01-02T08:00:00.000Z",
  });
  const evidence = {
    id: "e",
    stance: "supports",
    excerpt: "words",
    note: null,
    accessedOn: null,
    archiveUrl: "https://archive.example/",
  } as const;

  test("claims keep their numbers in the order of the text, sources are numbered by first use", () => {
    const other = { ...source, id: "s2", title: "Other" };
    const built = report(document, [
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
    expect(draw(built.article.blocks)).toEqual([">7One[7]<7", " two []", ">4three[4]<4", ".[]"]);
    expect(built.sources.map((each) => each.title)).toEqual(["Budget", "Other"]);
  });

  test("a confidential source is described, not named", () => {
    const built = report(document, [
      claimOn(document, "One", { evidence: [{ ...evidence, source: { ...source, confidential: true } }] }),
    ]);
    expect(JSON.stringify([built.claims, built.sources])).not.toMatch(/Budget|Treasury|example|words/);
    expect(built.sources[0]).toMatchObject({ title: null, kind: "report" });
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
    expect(report(document, [claim]).claims).toEqual([
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

  test.each([
    ["a page that answers", source, false],
    ["a page that is gone", { ...source, linkState: "gone" as const }, true],
  ])("a source lists everything that readers see of it: %s", (_, listed, gone) => {
    const authors = ["Ida"];
    const claim = claimOn(document, "One", { evidence: [{ ...evidence, source: { ...listed, authors } }] });
    expect(report(document, [claim]).sources).toEqual([
      {
        number: 1,
        id: "s1",
        title: "Budget",
        authors,
        publisher: "Treasury",
        publishedOn: "2024",
        url: "https://example.org/",
        archiveUrl: "https://archive.example.org/budget",
        keptAt: "2026-01-02T08:00:00.000Z",
        gone,
        kind: "report",
        primary: true,
        confidential: false,
      },
    ]);
  });

  test("a paper has what a full citation needs, without empty fields", () => {
    const paper = {
      ...source,
      doi: "10.1000/182",
      publisher: "Example Press",
      details: { ...NO_DETAILS, containerTitle: "Trade Studies", volume: "12", editors: ["Doe, Jane"] },
    };
    const claim = claimOn(document, "One", { evidence: [{ ...evidence, source: paper }] });
    expect(report(document, [claim]).sources).toMatchObject([
      {
        publisher: "Trade Studies",
        citation: {
          doi: "10.1000/182",
          volume: "12",
          editors: ["Doe, Jane"],
          publishingHouse: "Example Press",
        },
      },
    ]);
  });

  test("a confidential source keeps its description, kind and weight", () => {
    const hidden = {
      ...source,
      authors: ["Ida"],
      confidential: true,
      linkState: "gone" as const,
      publicDescription: "An official",
    };
    const built = report(document, [
      claimOn(document, "One", {
        evidence: [{ ...evidence, accessedOn: "2025-12-31", note: "They agree.", source: hidden }],
      }),
    ]);
    expect(built.sources).toEqual([
      {
        number: 1,
        id: null,
        title: "An official",
        authors: [],
        publisher: null,
        publishedOn: null,
        url: null,
        archiveUrl: null,
        keptAt: null,
        gone: false,
        kind: "report",
        primary: true,
        confidential: true,
      },
    ]);
    expect(built.claims[0]?.evidence[0]).toMatchObject({
      id: null,
      note: "They agree.",
      excerpt: null,
      accessedOn: null,
      archiveUrl: null,
    });
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
    expect(report(document, claims).claims.map(({ id, position }) => [position, id])).toEqual(
      expected.map((id, index) => [index + 1, id]),
    );
  });

  test("the underline of a claim inside another is nearer to the text", () => {
    const built = report(document, [claimOn(document, "One two"), claimOn(document, "two")]);
    expect(built.claims.map(({ quote, lane }) => `${quote}: ${lane}`)).toEqual(["One two: 1", "two: 0"]);
  });

  test("the summary counts the claims of each rating, in the order of the scale", () => {
    const rated = ["true", "false", "true"].map((rating) => claimOn(document, "One", { rating }));
    const { total, counts } = report(document, rated).summary;
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
    const built = report(document, []);
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
    const before = report(document, [first]);
    before.publication.firstPublishedAt = "2025-01-01T00:00:00.000Z";
    for (const claim of before.claims) claim.firstPublishedAt = "2025-02-01T00:00:00.000Z";
    const built = report(document, [first, claimOn(document, "two", { id: "new" })], {}, before);
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
    expect(report(document, claims, { corrections: [{ ...correction, claimId }] }).corrections).toEqual([
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
    expect(() => report(document, [claimOn(document, "One", overrides)])).toThrow(RangeError);
    expect(() => report(document, [claimOn(document, "One", overrides)])).toThrow(message);
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
    expect(report(document, [], { article }).article.direction).toBe(direction);
  });
});

describe("who signed a report", () => {
  const document = doc(p("One two three."));
  /** "name role claims at", with the hour of 2 January. */
  const personOf = (id: string) => ({ id: id.toLowerCase(), name: id.replace(/\d$/, "") });
  const signers = (checks: [string, number][], approvals: [number | null, string, number][]) => {
    const quotes = ["One", "two", "three"];
    const claims = checks.map(([name, hour], index) =>
      claimOn(document, quotes[index] as string, {
        id: `claim-${index + 1}`,
        number: index + 1,
        verdict: { ...verdict, givenBy: personOf(name), givenAt: at(hour) },
      }),
    );
    return report(document, claims, {
      approvals: approvals.map(([claim, name, hour]) => ({
        claimId: `claim-${claim}`,
        person: personOf(name),
        at: at(hour),
      })),
    }).signers.map(
      (signer) => `${signer.name} ${signer.role} [${signer.claims}] ${Number(signer.at.slice(11, 13))}`,
    );
  };
  const at = (hour: number) => `2026-01-02T${String(hour).padStart(2, "0")}:00:00.000Z`;
  const published = "Bea published [] 0";

  test.each<[string, Parameters<typeof signers>, string[]]>([
    ["no one but who published it", [[], []], [published]],
    [
      "who checked, approved and published it, each role on its own",
      [[["Bea", 8]], [[1, "Bea", 9]]],
      ["Bea checked [1] 8", "Bea approved [1] 9", published],
    ],
    [
      "two people who share a name, each with their own claims",
      [
        [
          ["Ada", 8],
          ["Ada2", 9],
          ["Ada", 10],
        ],
        [
          [1, "Ada2", 11],
          [2, "Ada", 12],
        ],
      ],
      ["Ada checked [1,3] 10", "Ada checked [2] 9", "Ada approved [1] 11", "Ada approved [2] 12", published],
    ],
    [
      "a person once per role, with all their claims",
      [
        [
          ["Ada", 8],
          ["Cem", 9],
          ["Ada", 10],
        ],
        [],
      ],
      ["Ada checked [1,3] 10", "Cem checked [2] 9", published],
    ],
    [
      "with the time of the last check, also if it is of an earlier claim",
      [
        [
          ["Ada", 10],
          ["Ada", 8],
          ["Ada", 9],
        ],
        [],
      ],
      ["Ada checked [1,2,3] 10", published],
    ],
    [
      "with the time of the last approval",
      [
        [
          ["Ada", 8],
          ["Ada", 8],
        ],
        [
          [1, "Bea", 9],
          [2, "Bea", 11],
          [1, "Cem", 12],
          [2, "Cem", 10],
        ],
      ],
      ["Ada checked [1,2] 8", "Bea approved [1,2] 11", "Cem approved [1,2] 12", published],
    ],
    [
      "a claim once, even if it was approved twice",
      [
        [["Ada", 8]],
        [
          [1, "Bea", 9],
          [1, "Bea", 10],
        ],
      ],
      ["Ada checked [1] 8", "Bea approved [1] 10", published],
    ],
    [
      "without a number for an approval of a claim that is not in it",
      [[["Ada", 8]], [[9, "Bea", 9]]],
      ["Ada checked [1] 8", "Bea approved [] 9", published],
    ],
  ])("%s", (_, [checks, approvals], expected) => {
    expect(signers(checks, approvals)).toEqual(expected);
  });

  test("a claim lists who approved it, each once, and no one who approved another", () => {
    const claims = ["One", "two", "three"].map((exact) => claimOn(document, exact, { id: exact }));
    const approval = (claimId: string, name: string, hour: number) => ({
      claimId,
      person: personOf(name),
      at: at(hour),
    });
    const built = report(document, claims, {
      approvals: [
        approval("One", "Bea", 9),
        approval("One", "Cem", 10),
        approval("One", "Bea", 11),
        approval("two", "Dov", 9),
        approval("two", "Dov2", 9),
      ],
    });
    expect(built.claims.map(({ approvedBy }) => approvedBy)).toEqual([["Bea", "Cem"], ["Dov", "Dov"], []]);
  });

  test("people have a number in the report, the same in all roles, and no id", () => {
    const claims = ["One", "two"].map((exact, index) =>
      claimOn(document, exact, {
        id: exact,
        verdict: { ...verdict, givenBy: { id: `private-${index}`, name: "Ada" } },
      }),
    );
    const built = report(document, claims, {
      approvals: [{ claimId: "One", person: { id: "private-1", name: "Ada" }, at: at(9) }],
    });
    expect(built.signers.map(({ person, role }) => [person, role])).toEqual([
      [1, "checked"],
      [2, "checked"],
      [2, "approved"],
      [3, "published"],
    ]);
    expect(JSON.stringify(built)).not.toContain("private-");
  });
});
