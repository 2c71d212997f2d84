import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { Claim, Verdict } from "@/lib/claims/claim";
import { canonicalText } from "@/lib/document/canonical-text";
import { defaultScale } from "@/lib/ratings/default-scale";
import { buildReport, type ReportSnapshot } from "@/lib/reports/build-report";
import type { Report, ReportBlock, ReportRun } from "@/lib/reports/report";
import { buildClaim, buildSource, type doc, rationale } from "../builders";

type Doc = ReturnType<typeof doc>;

/** A claim on the first occurrence of some words in a text. */
export function claimOn(
  document: Doc,
  exact: string,
  overrides: Parameters<typeof buildClaim>[0] = {},
): Claim {
  const { text } = canonicalText(document);
  const start = text.indexOf(exact);
  const claim = buildClaim(overrides);
  return { ...claim, anchor: { ...claim.anchor, ...describeAnchor(text, start, start + exact.length) } };
}

/** Ada's verdict on a claim. */
export const verdict: Verdict = {
  id: "v",
  ratingKey: "false",
  rationaleDoc: rationale("The records say otherwise."),
  rationaleText: "The records say otherwise.",
  givenBy: { id: "ada", name: "Ada Writer" },
  givenAt: "2026-01-02T03:04:05.000Z",
};

/** Approves and publishes. */
export const bea = { id: "bea", name: "Bea" };

/** The Report of an article with claims that Bea approved. @param before the publication before */
export function reportOf(
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

/** All runs of a text, in its order. */
export function runsOf(blocks: ReportBlock[]): ReportRun[] {
  return blocks.flatMap((block) => {
    if (block.type === "quote") return runsOf(block.blocks);
    if (block.type === "list") return block.items.flatMap(runsOf);
    if (block.type === "table") return block.rows.flat().flatMap((cell) => runsOf(cell.blocks));
    if (block.type === "figure") return block.caption;
    return block.type === "rule" ? [] : block.runs;
  });
}

/** Each run as "text[1,2]", with > where a claim starts and < where one ends. */
export const drawRuns = (blocks: ReportBlock[]) =>
  runsOf(blocks).map(
    (run) =>
      `${run.starts.map((n) => `>${n}`).join("")}${run.text}[${run.claims}]${run.ends.map((n) => `<${n}`).join("")}`,
  );

/** A source with all that readers see of one. */
export const budget = buildSource({
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

/** A use of a source: `{ ...budgetEvidence, source: budget }`. */
export const budgetEvidence = {
  id: "e",
  stance: "supports",
  excerpt: "words",
  note: null,
  accessedOn: null,
  archiveUrl: "https://archive.example/",
} as const;
