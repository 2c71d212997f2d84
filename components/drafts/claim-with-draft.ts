import { claimantKind } from "@/lib/claimants/claimant-kind";
import type { Claim, Evidence } from "@/lib/claims/claim";
import { canonicalText } from "@/lib/document/canonical-text";
import { rationaleSchema } from "@/lib/document/schema";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { type ClaimDraft, type EvidenceDraft, isSaved } from "./claim-draft";

/** A claim as it will be once a form that waits to be sent is saved: what its editor wrote, with the state that the server has. */
export function claimWithDraft(claim: Claim, draft: ClaimDraft): Claim {
  if (isSaved(draft, claim)) return claim;
  const { claimant, claimantRole, carriedBy, claimedOn } = draft;
  return {
    ...claim,
    statement: draft.statement.trim(),
    claimant:
      claimant.name.trim() === ""
        ? null
        : {
            id: claimant.id ?? "",
            name: claimant.name,
            kind: claimant.kind ?? claimantKind(claimant.name),
            role: claimantRole || null,
            sameAs: [],
          },
    carriedBy: carriedBy || null,
    claimedOn: claimedOn || null,
    kind: draft.kind,
    tags: draft.tags
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    verdict: verdictOf(claim, draft),
    evidence: draft.evidence.flatMap((row) => evidenceOf(claim, row) ?? []),
  };
}

function verdictOf(claim: Claim, { ratingKey, rationaleDoc }: ClaimDraft): Claim["verdict"] {
  if (ratingKey === null) return null;
  return {
    id: claim.verdict?.id ?? "",
    ratingKey,
    rationaleDoc,
    rationaleText: canonicalText(rationaleSchema.nodeFromJSON(rationaleDoc)).text.trim(),
    givenBy: claim.verdict?.givenBy ?? claim.lastEditedBy,
    givenAt: claim.verdict?.givenAt ?? claim.updatedAt,
  };
}

/** A row of the form as evidence; null without a stance, which the server will refuse. */
function evidenceOf(claim: Claim, row: EvidenceDraft): Evidence | null {
  if (row.stance === "") return null;
  const known = claim.evidence.find(({ source }) => source.id === row.sourceId)?.source;
  return {
    id: row.key,
    stance: row.stance,
    excerpt: row.excerpt || null,
    note: row.note || null,
    accessedOn: row.accessedOn || null,
    archiveUrl: row.archiveUrl || null,
    source: known ?? {
      id: row.sourceId ?? row.key,
      // Not checked by the server yet: another scheme could run a script.
      url: /^https?:\/\//i.test(row.url) ? row.url : null,
      doi: row.doi ?? null,
      title: row.title || row.url,
      authors: row.authors ?? [],
      publisher: row.publisher || null,
      details: row.details ?? NO_DETAILS,
      publishedOn: row.publishedOn || null,
      language: row.language ?? null,
      kind: row.kind,
      primary: row.primary,
      confidential: row.confidential,
      publicDescription: row.publicDescription || null,
      archiveUrl: row.archiveUrl || null,
      keptAt: null,
      linkState: "unchecked",
    },
  };
}
