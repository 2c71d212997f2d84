import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { claimedByInput } from "@/lib/claimants/claimant-input";
import type { ClaimKind } from "@/lib/claims/claim";
import type { ClaimContentInput, EvidenceInput } from "@/lib/claims/claim-input";

/** The format of claims.json: claims in the article, checked against public sources. */
const claimsFile = z.array(
  z.object({
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    claim: z.string(),
    claimant: claimedByInput,
    carriedBy: z.string().optional(),
    tags: z.array(z.string()).optional(),
    claimDate: z.string(),
    type: z.string(),
    verdict: z.string(),
    rationale: z.string(),
    sources: z.array(
      z.object({
        publisher: z.string(),
        title: z.string(),
        date: z.string(),
        url: z.string(),
        stance: z.enum(["supports", "refutes", "context"]),
        note: z.string(),
      }),
    ),
  }),
);

const kinds: Record<string, ClaimKind> = {
  number: "number",
  quote: "quote",
  event: "event",
  "name/attribution": "attribution",
  "prediction/opinion": "opinion",
};

export interface DemoClaim {
  start: number;
  end: number;
  quote: string;
  content: ClaimContentInput;
}

export interface Demo {
  article: {
    title: string;
    publisher: string;
    byline: string;
    publishedOn: string;
    language: string;
    content: { format: "text"; value: string };
  };
  claims: DemoClaim[];
}

// From the root, so that it is also found where this module is part of a bundle.
const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "prisma", "demo");

/** Reads the demo's article and its claims as input for the workflows. */
export function readDemo(): Demo {
  const claims = claimsFile.parse(JSON.parse(readFileSync(join(folder, "claims.json"), "utf8")));
  return {
    article: {
      title: "Putin concludes a trip to China by emphasizing its strategic and personal ties to Russia",
      publisher: "Associated Press, as republished with altered wording",
      byline: "Wu, with Dasha Litvinova, Simina Mistreanu and Christopher Bodeen",
      publishedOn: "2024-05-17",
      language: "en",
      content: { format: "text", value: readFileSync(join(folder, "article.txt"), "utf8") },
    },
    claims: claims.map((claim) => ({
      start: claim.start,
      end: claim.end,
      quote: claim.quote,
      content: {
        statement: claim.claim,
        claimant: claim.claimant,
        carriedBy: claim.carriedBy,
        tags: claim.tags,
        claimedOn: claim.claimDate,
        kind: kinds[claim.type] ?? "other",
        verdict: {
          ratingKey: ratingKeyOf(claim.verdict),
          rationaleDoc: {
            type: "doc",
            content: [{ type: "paragraph", content: [{ type: "text", text: claim.rationale }] }],
          },
        },
        evidence: claim.sources.map(
          (source): EvidenceInput => ({
            stance: source.stance,
            note: source.note,
            source: {
              url: source.url,
              title: source.title,
              publisher: source.publisher,
              publishedOn: source.date,
              kind: /transcript|briefing/i.test(source.title) ? "transcript" : "article",
              primary: /Kremlin|White House/i.test(source.publisher),
            },
          }),
        ),
      },
    })),
  };
}

/** "Not checkable (opinion)" → "not-checkable". */
function ratingKeyOf(verdict: string): string {
  return verdict
    .replace(/\s*\(.*\)$/, "")
    .toLowerCase()
    .replaceAll(" ", "-");
}
