import type { AppliedRedaction, RedactionTarget } from "@/lib/redactions/redaction";
import type { Report } from "@/lib/reports/report";
import { reportClaim, run, smallReport } from "./small-report";

/** When the publication and its redactions were made. */
export const PUBLISHED_AT = "2026-05-17T10:00:00.000Z";
/** A redaction of something, for "source protection". */
export const redaction = (
  target: RedactionTarget,
  overrides: Partial<AppliedRedaction> = {},
): AppliedRedaction => ({
  number: 1,
  target,
  reason: "source protection",
  at: PUBLISHED_AT,
  ...overrides,
});
/** A redaction of some words wherever they are. */
export const redactWords = (words: string, matchCase = false) =>
  redaction({ kind: "text", text: words, matchCase });
/** A redaction of a passage of the text. */
export const redactPassage = (words: string) => redaction({ kind: "passage", text: words });
/** A redaction of a source; what is left out of its target is empty. */
export const redactSource = (target: Partial<RedactionTarget & { kind: "source" }>) =>
  redaction({
    kind: "source",
    sourceIds: [],
    at: [],
    addresses: [],
    words: [],
    excerpts: [],
    ...target,
  });
/** What is shown instead of a redacted value. */
export const LABEL = "[redacted: source protection]";

/** "The mayor took a bribe of one million last May." with a claim on each of some words. */
export function reportWithClaims(...quotes: string[]): Report {
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
