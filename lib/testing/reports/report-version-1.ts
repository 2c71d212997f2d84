import { defaultScale } from "@/lib/ratings/default-scale";
import type { ReportVersion1 } from "@/lib/reports/upgrade/upgrade-report";

type Claim = ReportVersion1["claims"][number];

/** A claim as publications of version 1 stored it: on the word "Taxes", rated false, from the first source. */
export const claimOfVersion1 = (overrides: Partial<Claim> & Pick<Claim, "id" | "number">): Claim => ({
  quote: "Taxes",
  start: 0,
  end: 5,
  prefix: "",
  suffix: " rose.",
  lane: 0,
  statement: `Taxes rose (${overrides.id}).`,
  claimant: "Ministry of Finance",
  claimedOn: null,
  kind: "event",
  kindLabel: "Event",
  tags: [],
  ratingKey: "false",
  rationale: [],
  rationaleText: "They fell.",
  verdictBy: "Ada",
  verdictAt: "2026-01-02T08:00:00.000Z",
  approvedBy: ["Bea"],
  evidence: [
    {
      source: 1,
      stance: "refutes",
      stanceLabel: "Refutes",
      excerpt: null,
      note: null,
      accessedOn: null,
      archiveUrl: null,
    },
  ],
  ...overrides,
});

/** A Report as the first publications stored it, without anything that was added later. Numbered claims follow each other in the text. */
export function reportVersion1(overrides: Partial<ReportVersion1> = {}): ReportVersion1 {
  const claims = overrides.claims ?? [claimOfVersion1({ id: "claim-1", number: 1 })];
  const numbers = claims.map(({ number }) => number);
  return {
    schemaVersion: 1,
    publication: {
      id: "publication-1",
      number: 1,
      publishedAt: "2026-01-03T04:05:06.000Z",
      publishedBy: "Bea",
    },
    article: {
      slug: "taxes",
      title: "Taxes",
      byline: null,
      publisher: null,
      publishedOn: null,
      sourceUrl: null,
      language: "en",
      direction: "ltr",
      versionNumber: 1,
      textHash: "0".repeat(64),
      blocks: [
        {
          type: "paragraph",
          runs: [
            { text: "Taxes", claims: numbers, starts: numbers, ends: numbers },
            { text: " rose.", claims: [], starts: [], ends: [] },
          ],
        },
      ],
    },
    scale: { name: defaultScale.name, ratings: defaultScale.ratings },
    summary: {
      total: claims.length,
      counts: defaultScale.ratings.map(({ key }) => ({
        ratingKey: key,
        count: key === "false" ? claims.length : 0,
      })),
    },
    claims,
    sources: [
      {
        number: 1,
        title: "Budget",
        publisher: null,
        publishedOn: null,
        url: "https://example.org/budget",
        kind: "web_page",
        kindLabel: "Web page",
        primary: true,
        confidential: false,
      },
    ],
    method: { paragraphs: ["We read it."] },
    signers: [
      { name: "Ada", role: "checked", claims: numbers, at: "2026-01-02T08:00:00.000Z" },
      { name: "Bea", role: "approved", claims: numbers, at: "2026-01-02T09:00:00.000Z" },
      { name: "Bea", role: "published", claims: [], at: "2026-01-03T04:05:06.000Z" },
    ],
    corrections: [],
    ...overrides,
  };
}
