import { describe, expect, test } from "vitest";
import { defaultScale } from "@/lib/ratings/default-scale";
import { planClaimImport } from "../plan-claim-import";

const TEXT = "Ada said 😀 trade rose. Trade rose again, they said.\nThen it fell by half.";

/** Of each claim: its words in the text, or why they are not clear; statement, rating, tags, note and addresses of sources. */
function read(file: unknown) {
  const planned = planClaimImport(typeof file === "string" ? file : JSON.stringify(file), {
    text: TEXT,
    language: "en",
    ratings: defaultScale.ratings,
    claims: [],
    imported: [],
  });
  if (!planned.ok) return planned.error.message;
  return planned.value.rows.map(({ place, content, rating, note }) => ({
    passage: place.kind === "placed" ? place.passage.exact : place.kind === "choose" ? place.why : null,
    ...(content.statement !== "" && { statement: content.statement }),
    ...(rating !== null && { rating }),
    ...(content.tags?.length && { tags: content.tags }),
    ...(note !== null && { note }),
    ...(content.evidence?.length && {
      sources: content.evidence.map(({ source }) => ("url" in source ? source.url : null)),
    }),
  }));
}

const annotation = (selector: unknown, body: unknown = []) => ({
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: `urn:${JSON.stringify([selector, body]).length}`,
  type: "Annotation",
  body,
  target: { source: "https://example.org/", selector },
});
const quote = (exact: string, prefix = "", suffix = "") => ({
  type: "TextQuoteSelector",
  exact,
  prefix,
  suffix,
});
const position = (start: number, end: number) => ({ type: "TextPositionSelector", start, end });

describe("selectors of Web Annotations", () => {
  test.each([
    ["a quotation", quote("fell by half"), "fell by half"],
    ["a quotation that occurs once in its context", quote("rose", "Trade ", " again"), "rose"],
    ["a context that changed on one side", quote("rose", "Trade ", " anew"), "rose"],
    ["a quotation that occurs twice", quote("rose"), "repeated"],
    ["similar words", quote("it fell by a half"), "similar"],
    ["other words", quote("quite unrelated matters"), null],
    ["typographic differences", quote("trade  rose"), "trade rose"],
    ["a position alone, in code points", position(11, 16), "unchecked"],
    ["a position that tells repeated words apart", [quote("rose"), position(17, 21)], "rose"],
    ["a position of an earlier text", [quote("fell by half"), position(0, 12)], "fell by half"],
    [
      "a range of quotations",
      { type: "RangeSelector", startSelector: quote("Ada"), endSelector: quote(" trade") },
      "Ada said 😀",
    ],
    [
      "a range of paths",
      { type: "RangeSelector", startSelector: { type: "XPathSelector", value: "/p" }, endSelector: {} },
      null,
    ],
    [
      "a path refined by a quotation",
      { type: "XPathSelector", value: "/p[2]", refinedBy: quote("fell") },
      "fell",
    ],
    [
      "a path refined by a position in it",
      { type: "CssSelector", value: "p", refinedBy: position(0, 4) },
      null,
    ],
    [
      "a quotation refined by code points",
      { ...quote("said 😀 trade"), refinedBy: position(7, 12) },
      "trade",
    ],
    [
      "a quotation refined by a quotation",
      { ...quote("Trade rose again"), refinedBy: quote("rose") },
      "rose",
    ],
    ["a fragment only", { type: "FragmentSelector", value: "claim-1" }, null],
  ])("%s", (_, selector, passage) => {
    expect(read(annotation(selector))).toEqual([{ passage }]);
  });
});

test("bodies of Web Annotations become what they are for", () => {
  const bodies = [
    { type: "TextualBody", purpose: "classifying", value: "False" },
    { type: "TextualBody", purpose: "describing", value: "Trade fell." },
    { type: "TextualBody", purpose: "tagging", value: "trade" },
    { type: "SpecificResource", purpose: "linking", source: "https://stats.example/2023" },
    "https://plain.example/",
    { type: "TextualBody", purpose: "assessing", value: "It rose." },
    { type: "TextualBody", purpose: "commenting", value: "See page 3." },
  ];
  expect(read([annotation(quote("fell"), bodies)])).toEqual([
    {
      passage: "fell",
      statement: "Trade fell.",
      rating: "False",
      tags: ["trade"],
      note: "See page 3.",
      sources: ["https://stats.example/2023", "https://plain.example/"],
    },
  ]);
});

test("lists, pages and collections are read", () => {
  const items = [annotation(quote("Ada")), annotation(quote("fell by"))];
  const page = { type: "AnnotationPage", items };
  const collection = { type: "AnnotationCollection", total: 2, first: page, last: page };
  for (const file of [items, page, collection])
    expect(read(file)).toEqual([{ passage: "Ada" }, { passage: "fell by" }]);
});

describe("Recogito", () => {
  test("as its text annotator stores it", () => {
    const file = [
      {
        id: "a1",
        bodies: [
          { id: "b1", annotation: "a1", purpose: "commenting", value: "Check this." },
          { id: "b2", annotation: "a1", purpose: "tagging", value: "trade" },
        ],
        target: {
          annotation: "a1",
          selector: [{ quote: "Trade rose", start: 24, end: 34 }],
          creator: { id: "guest" },
          created: "2026-01-02T10:00:00.000Z",
        },
      },
    ];
    expect(read(file)).toEqual([{ passage: "Trade rose", tags: ["trade"], note: "Check this." }]);
  });

  test("as its W3C adapter exports it", () => {
    const file = [
      {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        id: "a2",
        type: "Annotation",
        body: [{ type: "TextualBody", purpose: "commenting", value: "Who said so?" }],
        target: [
          {
            source: "https://example.org/",
            selector: [
              { type: "TextQuoteSelector", exact: "fell by half", prefix: "Then it ", suffix: "." },
              { type: "TextPositionSelector", start: 60, end: 72 },
            ],
          },
        ],
      },
    ];
    expect(read(file)).toEqual([{ passage: "fell by half", note: "Who said so?" }]);
  });
});

test("Hypothesis: notes with replies; a tag with the name of a rating is the rating", () => {
  const row = (id: string, exact: string, more: object) => ({
    id,
    uri: "https://example.org/",
    user: "acct:ada@hypothes.is",
    target: [
      {
        source: "https://example.org/",
        selector: [
          {
            type: "RangeSelector",
            startContainer: "/p[1]",
            endContainer: "/p[1]",
            startOffset: 0,
            endOffset: 3,
          },
          { type: "TextPositionSelector", start: 900, end: 950 },
          quote(exact),
        ],
      },
    ],
    text: "",
    tags: [],
    ...more,
  });
  const rows = [
    row("h1", "fell by half", { text: "By a third, in fact.", tags: ["False", "trade"] }),
    row("h2", "Ada", { text: "Who?" }),
    {
      ...row("h3", "", { text: "Lovelace.", references: ["h2"] }),
      target: [{ source: "https://example.org/" }],
    },
    { ...row("h4", "", { text: "A page note." }), target: [{ source: "https://example.org/" }] },
  ];
  const expected = [
    { passage: "fell by half", rating: "False", tags: ["trade"] },
    { passage: "Ada", note: "Who?\n\nada: Lovelace." },
    { passage: null, note: "A page note." },
  ];
  expect(read({ total: 4, rows })).toEqual(expected);
  expect(read({ export_date: "2026-01-02", annotations: rows })).toEqual(expected);
});

describe("tables", () => {
  test.each([
    ["commas", 'Quote,Rating,Source URL\n"fell by half",False,https://a.example/\n'],
    [
      "semicolons, as spreadsheets in many languages have them",
      "quote;rating;source_url\r\nfell by half;False;https://a.example/\r\n",
    ],
    ["tabs and other names", "Passage\tVerdict\tURL\nfell by half\tFalse\thttps://a.example/"],
  ])("with %s", (_, file) => {
    expect(read(`\ufeff${file}`)).toEqual([
      { passage: "fell by half", rating: "False", sources: ["https://a.example/"] },
    ]);
  });

  test("cells with quotation marks and line breaks, further sources, and addresses that are none", () => {
    const file = `statement,quote,note,source_url,source_url_2,tags
"He said ""it fell"".","said.
Then it","see
page 2",javascript:alert(1),https://b.example/,a; b`;
    expect(read(file)).toEqual([
      {
        passage: "said.\nThen it",
        statement: 'He said "it fell".',
        note: "see\npage 2",
        tags: ["a", "b"],
        sources: ["https://b.example/"],
      },
    ]);
  });
});

describe("ratings of ClaimReviews", () => {
  test.each([
    ["their words", { alternateName: "Mostly false", ratingValue: 2, bestRating: 5 }, "Mostly false"],
    ["their number", { ratingValue: "2", bestRating: "5" }, "2 of 5"],
    ["a number alone", { ratingValue: 2 }, "2"],
  ])("%s", (_, reviewRating, rating) => {
    const review = {
      "@type": "ClaimReview",
      claimReviewed: "Then it fell by half.",
      reviewRating,
      url: "https://check.example/1",
    };
    expect(read({ "@graph": [review] })).toEqual([
      {
        passage: "Then it fell by half.",
        statement: "Then it fell by half.",
        rating,
        sources: ["https://check.example/1"],
      },
    ]);
  });
});
