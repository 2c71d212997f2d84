import type { Claim } from "@/lib/claims/claim";
import type { OutcomeKind } from "@/lib/claims/outcome";

/** What a newsroom requires of a claim before review, in addition to a verdict with a rationale. */
export interface ClaimRequirements {
  claimant: boolean;
  claimedOn: boolean;
  /** A kind other than "other". */
  kind: boolean;
  /** At least one tag. */
  tags: boolean;
  /** Minimum number of sources. */
  sources: number;
  /** At least one primary source. */
  primarySource: boolean;
  /** An excerpt from every source. */
  excerpts: boolean;
  /** A copy of every source, saved here or in an archive; confidential sources excepted. */
  copies: boolean;
}

/** The default requirements. */
export const defaultRequirements: ClaimRequirements = {
  claimant: false,
  claimedOn: false,
  kind: false,
  tags: false,
  sources: 1,
  primarySource: false,
  excerpts: false,
  copies: false,
};

/** The content that requirements check: of a claim, or of an unsaved form. */
export interface ReviewContent {
  claimant: string | null;
  claimedOn: string | null;
  kind: string;
  tags: readonly string[];
  hasRating: boolean;
  hasRationale: boolean;
  /** Whether the rating has no score (such as "Unverifiable"), so that there may be no source. */
  unrated: boolean;
  /** Of a claim in a manuscript, instead of a rating: its outcome, null for none. Missing for other claims. */
  outcome?: OutcomeKind | null;
  evidence: readonly { excerpt: string | null; primary: boolean; copied: boolean }[];
}

/** A missing part of a claim: the field, and what to do. */
export interface Missing {
  /** Path of the form field, such as "evidence.0.excerpt". */
  field: string;
  message: string;
}

/** Everything a claim lacks before it can be reviewed, in the order of the form. */
export function missingForReview(content: ReviewContent, requirements: ClaimRequirements): Missing[] {
  const missing: Missing[] = [];
  const need = (lacks: boolean, field: string, message: string) => {
    if (lacks) missing.push({ field, message });
  };
  need(requirements.claimant && !content.claimant, "claimant", "Enter who made the claim.");
  need(requirements.claimedOn && !content.claimedOn, "claimedOn", "Enter when it was claimed.");
  need(requirements.kind && content.kind === "other", "kind", "Choose a kind other than “Other”.");
  need(requirements.tags && content.tags.length === 0, "tags", "Add at least one tag.");
  if (content.outcome === undefined) {
    need(!content.hasRating, "verdict.ratingKey", "Choose a verdict.");
    need(!content.hasRationale, "verdict.rationaleDoc", "Explain the verdict in the rationale.");
  } else {
    need(content.outcome === null, "outcome.kind", "Choose an outcome.");
    need(content.outcome === "change", "outcome.kind", "Accept or decline the suggested wording.");
    need(
      content.outcome === "query",
      "outcome.kind",
      "The query to the author is open. Choose another outcome once it is answered.",
    );
  }
  if (!content.unrated) {
    const { length } = content.evidence;
    need(
      length < requirements.sources,
      "evidence",
      requirements.sources === 1
        ? "Add at least one source."
        : `Add at least ${requirements.sources} sources: there ${length === 1 ? "is 1" : `are ${length}`} so far.`,
    );
    need(
      requirements.primarySource && !content.evidence.some(({ primary }) => primary),
      "evidence",
      "Add at least one primary source.",
    );
  }
  for (const [index, { excerpt, copied }] of content.evidence.entries()) {
    need(
      requirements.excerpts && !excerpt?.trim(),
      `evidence.${index}.excerpt`,
      `Add an excerpt from source ${index + 1}.`,
    );
    need(
      requirements.copies && !copied,
      `evidence.${index}.archiveUrl`,
      `Save a copy of source ${index + 1}, or enter its address in an archive.`,
    );
  }
  return missing;
}

/** The content of a claim that requirements check. @param unrated whether its rating has no score; never in a manuscript */
export function reviewContentOf(claim: Claim, unrated: boolean): ReviewContent {
  return {
    claimant: claim.claimant?.name ?? null,
    claimedOn: claim.claimedOn,
    kind: claim.kind,
    tags: claim.tags,
    hasRating: claim.verdict !== null,
    hasRationale: (claim.verdict?.rationaleText ?? "") !== "",
    unrated,
    ...(claim.purpose === "manuscript" ? { outcome: claim.outcome?.kind ?? null } : {}),
    evidence: claim.evidence.map(({ excerpt, archiveUrl, source }) => ({
      excerpt,
      primary: source.primary,
      copied: source.confidential || Boolean(archiveUrl ?? source.archiveUrl ?? source.keptAt),
    })),
  };
}
