import type { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import type { ClaimContentInput, EvidenceInput } from "@/lib/claims/claim-input";
import type { DocumentNode } from "@/lib/document/document";
import type { evidenceInput, updateClaimSchema } from "./schemas/claim";

/** A request's claim content as a workflow input; missing fields keep their values. @param before null for a new claim */
export function claimContentOf(
  body: z.output<typeof updateClaimSchema>,
  before: Claim | null,
): Partial<ClaimContentInput> {
  const { statement, claimant, carriedBy, claimedAt, kind, tags, verdict, outcome, evidence } = body;
  return {
    ...(statement !== undefined && { statement }),
    claimant: claimant === undefined ? before?.claimant : claimant,
    // A claimant that is one text can name who carried the claim.
    carriedBy: carriedBy === undefined && typeof claimant !== "string" ? before?.carriedBy : carriedBy,
    claimedOn: claimedAt === undefined ? before?.claimedOn : claimedAt,
    ...(kind !== undefined && { kind }),
    tags: tags ?? before?.tags ?? [],
    verdict: verdict === undefined ? currentVerdict(before) : verdict && verdictOf(verdict, before),
    // Missing, it stays as it is.
    ...(outcome !== undefined && { outcome }),
    evidence: evidence ? evidence.map(evidenceOf) : (before?.evidence.map(currentEvidence) ?? []),
  };
}

function currentVerdict(before: Claim | null): ClaimContentInput["verdict"] {
  return before?.verdict
    ? { ratingKey: before.verdict.ratingKey, rationaleDoc: before.verdict.rationaleDoc }
    : null;
}

/** An unchanged rationale keeps its formatting from the desk. */
function verdictOf(
  { rating, rationale }: { rating: string; rationale: string },
  before: Claim | null,
): ClaimContentInput["verdict"] {
  const same = before?.verdict?.rationaleText === rationale.trim();
  return { ratingKey: rating, rationaleDoc: same ? before.verdict?.rationaleDoc : paragraphsOf(rationale) };
}

function paragraphsOf(text: string): DocumentNode {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const paragraphs = lines.filter(Boolean).map(
    (line): DocumentNode => ({
      type: "paragraph",
      content: [{ type: "text", text: line }],
    }),
  );
  return { type: "doc", content: paragraphs.length > 0 ? paragraphs : [{ type: "paragraph" }] };
}

function currentEvidence({
  stance,
  excerpt,
  note,
  accessedOn,
  archiveUrl,
  source,
}: Claim["evidence"][number]): EvidenceInput {
  return { stance, excerpt, note, accessedOn, archiveUrl, source: { id: source.id } };
}

function evidenceOf({ accessedAt, source, ...fields }: z.output<typeof evidenceInput>): EvidenceInput {
  if ("id" in source) return { ...fields, accessedOn: accessedAt, source };
  const { publishedAt, kind, ...sourceFields } = source;
  return {
    ...fields,
    accessedOn: accessedAt,
    source: { ...sourceFields, publishedOn: publishedAt, ...(kind && { kind }) },
  };
}
