import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockText } from "@/lib/reports/block-text";
import { REDACTED } from "@/lib/reports/redacted-mark";
import {
  PUBLISHED_AT as AT,
  LABEL,
  redactPassage,
  redactWords,
  reportWithClaims,
} from "@/lib/testing/reports/redactions";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { reportClaim } from "@/lib/testing/reports/small-report";
import { applyRedactions } from "./apply-redactions";

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
    const redacted = applyRedactions(reportWithClaims(quote), [redactPassage("a bribe of one million")]);
    expect(redacted.claims[0]).toMatchObject({ ...expected, end: expected.start + expected.quote.length });
  });

  test("claims that end up on one mark get lanes of their own", () => {
    const { claims, article } = applyRedactions(reportWithClaims("bribe of", "one million"), [
      redactPassage("a bribe of one million"),
    ]);
    expect(claims.map(({ lane }) => lane).sort()).toEqual([0, 1]);
    expect(article.blocks[0]).toMatchObject({
      runs: [{ claims: [] }, { text: M, starts: [2, 1].sort(), ends: [1, 2] }, { claims: [] }],
    });
  });

  test("the hash is that of the redacted text", () => {
    const report = reportWithClaims("last May");
    const { article } = applyRedactions(report, [redactPassage("a bribe of one million")]);
    expect(article.textHash).toBe(createHash("sha256").update(`The mayor took ${M} last May.`).digest("hex"));
    expect(applyRedactions(report, [redactWords("nobody")]).article.textHash).toBe(report.article.textHash);
  });
});

test("offsets count what the text of the version has and the Report does not: empty captions", () => {
  const report = reportWithClaims("last May");
  const claims = report.claims.map((claim) => ({ ...claim, start: claim.start + 1, end: claim.end + 1 }));
  const { claims: redacted } = applyRedactions({ ...report, claims }, [
    redactPassage("a bribe of one million"),
  ]);
  expect(redacted[0]).toMatchObject({ quote: "last May", start: 27, end: 35 });
});

test("a claim that is nowhere in the text is a fault", () => {
  const report = reportWithClaims("last May");
  const claims = [reportClaim({ number: 9 })];
  expect(() => applyRedactions({ ...report, claims }, [redactPassage("one million")])).toThrow(RangeError);
});

test("a short value that is part of a passage stays, and so does a name", () => {
  const report = {
    ...reportWithClaims("last May"),
    signers: [{ person: 1, name: "one million last", role: "checked" as const, claims: [], at: AT }],
  };
  const redacted = applyRedactions(report, [redactPassage("one million last May")]);
  expect(redacted.signers[0]?.name).toBe("one million last");
  expect(redacted.claims[0]?.statement).toBe("last May");
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
      const redacted = applyRedactions(report, [redactPassage(secret)]);
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
