import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { Claim } from "@/lib/claims/claim";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import { parseArticle } from "@/lib/ingest/parse-article";
import { defaultScale } from "@/lib/ratings/default-scale";
import { buildReport } from "@/lib/reports/build-report";
import type { Report } from "@/lib/reports/report";
import { buildClaim, rationale } from "@/lib/testing/builders";
import { projectRoot } from "../../steps/project-root";

/** Releases of the United States government, which are in the public domain: 20,000 words, a paragraph a line. */
const PROSE = join(projectRoot, "scripts/bench/reader/public-releases.txt");

/** The Report of an article of 20,000 words of real prose. Every nth sentence is a claim, with another sentence as its rationale. */
export function largeReport(claimCount: number): Report {
  const parsed = parseArticle({ format: "text", value: readFileSync(PROSE, "utf8") });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const doc = articleSchema.nodeFromJSON(parsed.value.doc);
  const { text } = canonicalText(doc);
  const sentences = [...text.matchAll(/(?<![\p{L}\p{N}])[^.\n]{40,300}\./gu)];
  // Where there are more claims than sentences, some sentences are two claims.
  const nth =
    sentences.length < claimCount ? sentences.length / claimCount : Math.floor(sentences.length / claimCount);
  const claims = Array.from({ length: claimCount }, (_, index): Claim => {
    const sentence = sentences[Math.floor(index * nth)];
    const other = sentences[(Math.floor(index * nth) + 7) % sentences.length];
    if (!sentence || !other) throw new RangeError("the prose has too few sentences");
    const start = sentence.index + sentence[0].search(/\S/);
    const claim = buildClaim({
      id: `claim-${index + 1}`,
      rating: defaultScale.ratings[index % defaultScale.ratings.length]?.key ?? "",
    });
    const why = other[0].trim();
    return {
      ...claim,
      number: index + 1,
      statement: text.slice(start, sentence.index + sentence[0].length),
      anchor: { ...claim.anchor, ...describeAnchor(text, start, sentence.index + sentence[0].length) },
      verdict: claim.verdict && { ...claim.verdict, rationaleDoc: rationale(why), rationaleText: why },
    };
  });
  return buildReport(
    {
      article: {
        slug: "releases",
        title: "Releases of a year",
        byline: null,
        publisher: "The White House",
        publishedOn: "2024-01-01",
        sourceUrl: null,
        language: "en",
      },
      version: { number: 1, textHash: "0".repeat(64), doc },
      scale: defaultScale,
      claims,
      approvals: claims.map(({ id }) => ({
        claimId: id,
        person: { id: "noor", name: "Noor Reviewer" },
        at: "2026-01-03T09:00:00.000Z",
      })),
      corrections: [],
    },
    {
      publicationId: "publication-1",
      number: 1,
      now: "2026-01-03T10:00:00.000Z",
      publishedBy: { id: "noor", name: "Noor Reviewer" },
      before: null,
    },
  );
}
