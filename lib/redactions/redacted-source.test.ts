import { describe, expect, test } from "vitest";
import { REDACTED } from "@/lib/reports/redacted-mark";
import { PUBLISHED_AT as AT, LABEL, redaction, redactSource } from "@/lib/testing/reports/redactions";
import {
  paragraph,
  reportClaim,
  reportCorrection,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { applyRedactions } from "./apply-redactions";
import type { RedactionTarget } from "./redaction";

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
    const { sources } = applyRedactions(sourced, [redactSource(target)]);
    expect(sources[0]).toEqual(found ? hidden : budget);
    expect(sources[1]).toEqual(sourced.sources[1]);
  });

  test("goes with what names it and what was quoted from it", () => {
    const redacted = applyRedactions(sourced, [
      redactSource({
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
    expect(applyRedactions(described, [redactSource({ at: [{ publication: 2, source: 1 }] })])).toBe(
      described,
    );
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
