import { describe, expect, test } from "vitest";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { Claim } from "@/lib/claims/claim";
import { canonicalText } from "@/lib/document/canonical-text";
import { defaultScale } from "@/lib/ratings/default-scale";
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
  strong,
  table,
} from "@/lib/testing/builders";
import { sampleReport } from "@/lib/testing/sample-report";
import { buildReport, type ReportSnapshot } from "./build-report";
import { describeChanges } from "./describe-changes";
import type { ReportBlock, ReportRun } from "./report";

type Doc = ReturnType<typeof doc>;

function claimOn(document: Doc, exact: string, overrides: Parameters<typeof buildClaim>[0] = {}): Claim {
  const { text } = canonicalText(document);
  const start = text.indexOf(exact);
  const claim = buildClaim(overrides);
  return { ...claim, anchor: { ...claim.anchor, ...describeAnchor(text, start, start + exact.length) } };
}

function report(document: Doc, claims: Claim[], overrides: Partial<ReportSnapshot> = {}) {
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
      approvals: claims.map((claim) => ({ claimId: claim.id, name: "Bea", at: "2026-01-03T00:00:00.000Z" })),
      corrections: [],
      ...overrides,
    },
    { publicationId: "p", number: 1, now: "2026-01-04T00:00:00.000Z", publishedBy: "Bea" },
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
          quotes.map((exact) => claimOn(document, exact)),
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

  test("claims are numbered in the order of the text, sources by first use", () => {
    const other = { ...source, id: "s2", title: "Other" };
    const built = report(document, [
      claimOn(document, "three", {
        evidence: [
          { ...evidence, source: other },
          { ...evidence, source },
        ],
      }),
      claimOn(document, "One", { evidence: [{ ...evidence, source }] }),
    ]);
    expect(
      built.claims.map((claim) => [claim.number, claim.quote, claim.evidence.map((each) => each.source)]),
    ).toEqual([
      [1, "One", [1]],
      [2, "three", [2, 1]],
    ]);
    expect(built.sources.map((each) => each.title)).toEqual(["Budget", "Other"]);
  });

  test("a confidential source is described, not named", () => {
    const built = report(document, [
      claimOn(document, "One", { evidence: [{ ...evidence, source: { ...source, confidential: true } }] }),
    ]);
    expect(JSON.stringify([built.claims, built.sources])).not.toMatch(/Budget|Treasury|example|words/);
    expect(built.sources[0]).toMatchObject({ title: "Confidential source", kindLabel: "Report" });
  });

  test("lists who checked, approved and published", () => {
    const built = report(document, [claimOn(document, "One")]);
    expect(built.signers.map(({ name, role, claims }) => `${name} ${role} ${claims}`)).toEqual([
      "Ada Writer checked 1",
      "Bea approved 1",
      "Bea published ",
    ]);
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

  test("a claim without a verdict is misuse", () => {
    expect(() => report(document, [claimOn(document, "One", { verdict: null })])).toThrow(RangeError);
  });
});

describe("describeChanges", () => {
  const document = doc(p("One two three."));
  const claim = claimOn(document, "One");
  const before = report(document, [claim]);
  test.each([
    ["nothing", [claim], []],
    ["an added claim", [claim, claimOn(document, "two")], []],
    [
      "its verdict",
      [{ ...claim, verdict: claim.verdict && { ...claim.verdict, ratingKey: "true" } }],
      ["verdict: False → True"],
    ],
    [
      "its rationale",
      [{ ...claim, verdict: claim.verdict && { ...claim.verdict, rationaleText: "New." } }],
      ["rationale: The records say otherwise. → New."],
    ],
    ["its statement", [{ ...claim, statement: "Taxes fell." }], ["statement: Taxes rose. → Taxes fell."]],
    ["its claimant", [{ ...claim, claimant: "Ida" }], ["claimant: not named → Ida"]],
    ["its date", [{ ...claim, claimedOn: "2024-05-17" }], ["claimedOn: no date → 17 May 2024"]],
    ["its quote", [{ ...claimOn(document, "One two"), id: claim.id }], ["quote: One → One two"]],
    ["a removed claim", [], ["removed: Taxes rose. → no longer published"]],
  ])("%s", (_, claims, expected) => {
    expect(
      describeChanges(before, report(document, claims as Claim[])).map(
        (c) => `${c.field}: ${c.from} → ${c.to}`,
      ),
    ).toEqual(expected);
  });
});

describe("the sample article", () => {
  const sample = sampleReport();
  test("has its 21 claims, each with a rationale and sources", () => {
    expect(sample.claims).toHaveLength(21);
    for (const claim of sample.claims) {
      expect(claim.rationaleText).not.toBe("");
      expect(claim.evidence.length).toBeGreaterThan(0);
    }
    expect(sample.summary.counts.reduce((sum, each) => sum + each.count, 0)).toBe(21);
  });
  test("the dollar figure is nested in another claim", () => {
    const figure = sample.claims.find((claim) => claim.quote === "$240 billion");
    const run = runsOf(sample.article.blocks).find((each) => each.text === "$240 billion");
    expect(run?.claims).toHaveLength(2);
    expect(run?.claims[0]).toBe(figure?.number);
    expect(figure?.lane).toBe(0);
  });
  test("its marks add up to each claim's quote", () => {
    for (const claim of sample.claims) {
      const text = runsOf(sample.article.blocks)
        .filter((run) => run.claims.includes(claim.number))
        .map((run) => run.text)
        .join("");
      expect(text).toBe(claim.quote.replaceAll("\n", ""));
    }
  });
});
