import type { Claim } from "@/lib/claims/claim";

/** What a desk asks of a claim before another person reviews it, besides a verdict with a rationale. */
export interface ClaimRequirements {
  claimant: boolean;
  claimedOn: boolean;
  /** Another kind than "other". */
  kind: boolean;
  /** At least one tag. */
  tags: boolean;
  /** How many sources at least. */
  sources: number;
  /** At least one primary source. */
  primarySource: boolean;
  /** An excerpt of every source. */
  excerpts: boolean;
  /** Of every source a copy that is kept here or in an archive; confidential ones aside. */
  copies: boolean;
}

/** What a new desk asks for. */
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

/** What the requirements look at: of a claim, or of a form that is being filled in. */
export interface ReviewContent {
  claimant: string | null;
  claimedOn: string | null;
  kind: string;
  tags: readonly string[];
  hasRating: boolean;
  hasRationale: boolean;
  /** Whether the rating stands outside the numbers, so that no source may be found for it. */
  unrated: boolean;
  evidence: readonly { excerpt: string | null; primary: boolean; copied: boolean }[];
}

/** Something that a claim lacks: where it is typed, and what to do. */
export interface Missing {
  /** Path of the form's field, "evidence.0.excerpt". */
  field: string;
  message: string;
}

/** Everything that a claim lacks before another person can review it, in the order of the form. */
export function missingForReview(content: ReviewContent, asked: ClaimRequirements): Missing[] {
  const missing: Missing[] = [];
  const need = (lacks: boolean, field: string, message: string) => {
    if (lacks) missing.push({ field, message });
  };
  need(asked.claimant && !content.claimant, "claimant", "Say who made the claim.");
  need(asked.claimedOn && !content.claimedOn, "claimedOn", "Say when it was claimed.");
  need(asked.kind && content.kind === "other", "kind", "Choose a kind other than “Other”.");
  need(asked.tags && content.tags.length === 0, "tags", "Give at least one tag.");
  need(!content.hasRating, "verdict.ratingKey", "Give a verdict.");
  need(!content.hasRationale, "verdict.rationaleDoc", "Say in the rationale what the verdict rests on.");
  if (!content.unrated) {
    const { length } = content.evidence;
    need(
      length < asked.sources,
      "evidence",
      asked.sources === 1
        ? "Name at least one source."
        : `Name at least ${asked.sources} sources; there ${length === 1 ? "is 1" : `are ${length}`}.`,
    );
    need(
      asked.primarySource && !content.evidence.some(({ primary }) => primary),
      "evidence",
      "Name at least one primary source.",
    );
  }
  for (const [index, { excerpt, copied }] of content.evidence.entries()) {
    need(
      asked.excerpts && !excerpt?.trim(),
      `evidence.${index}.excerpt`,
      `Quote source ${index + 1} in an excerpt.`,
    );
    need(
      asked.copies && !copied,
      `evidence.${index}.archiveUrl`,
      `Keep a copy of source ${index + 1}, or give the address of one in an archive.`,
    );
  }
  return missing;
}

/** A claim as the requirements look at it. */
export function reviewContentOf(claim: Claim, unrated: boolean): ReviewContent {
  return {
    claimant: claim.claimant,
    claimedOn: claim.claimedOn,
    kind: claim.kind,
    tags: claim.tags,
    hasRating: claim.verdict !== null,
    hasRationale: (claim.verdict?.rationaleText ?? "") !== "",
    unrated,
    evidence: claim.evidence.map(({ excerpt, archiveUrl, source }) => ({
      excerpt,
      primary: source.primary,
      copied: source.confidential || Boolean(archiveUrl ?? source.archiveUrl ?? source.keptAt),
    })),
  };
}
