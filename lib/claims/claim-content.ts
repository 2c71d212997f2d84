import type { Claim, Evidence } from "./claim";
import { type ClaimContentInput, type EvidenceInput, LIMITS } from "./claim-input";
import { contentOfOutcome } from "./outcome";

/** The content of a claim as input for a write: to copy it to another claim, or to restore it later. */
export function contentOfClaim(claim: Claim): ClaimContentInput {
  return {
    statement: claim.statement,
    claimant: claim.claimant && { id: claim.claimant.id, role: claim.claimant.role },
    carriedBy: claim.carriedBy,
    claimedOn: claim.claimedOn,
    kind: claim.kind,
    tags: claim.tags,
    verdict: claim.verdict && {
      ratingKey: claim.verdict.ratingKey,
      rationaleDoc: claim.verdict.rationaleDoc,
    },
    outcome: contentOfOutcome(claim.outcome),
    evidence: claim.evidence.map(inputOfEvidence),
  };
}

function inputOfEvidence({ id: _, source, ...each }: Evidence): EvidenceInput {
  return { ...each, source: { id: source.id } };
}

/**
 * The content of two claims merged into one: the verdict, claimant and kind of the first (of the other where the first has none),
 * both statements, and the sources and tags of both without duplicates. Cut off at LIMITS.
 */
export function mergedContent(first: Claim, other: Claim): ClaimContentInput {
  const mine = contentOfClaim(first);
  const theirs = contentOfClaim(other);
  const statements = [first.statement, other.statement];
  const both = first.statement.includes(other.statement) ? first.statement : statements.join(" ");
  const known = new Set(first.evidence.map(evidenceKey));
  const added = other.evidence.filter((each) => !known.has(evidenceKey(each)));
  return {
    ...mine,
    statement: both.length <= LIMITS.statement ? both : first.statement,
    claimant: mine.claimant ?? theirs.claimant,
    carriedBy: mine.claimant ? mine.carriedBy : (mine.carriedBy ?? theirs.carriedBy),
    claimedOn: mine.claimedOn ?? theirs.claimedOn,
    tags: [...new Set([...first.tags, ...other.tags])].slice(0, LIMITS.tags),
    verdict: mine.verdict ?? theirs.verdict,
    outcome: mine.outcome ?? theirs.outcome,
    evidence: [...first.evidence, ...added].slice(0, LIMITS.evidence).map(inputOfEvidence),
  };
}

/**
 * The content of a claim that uses the verdict of another one: its rating, rationale and sources, before the claim's own sources. Cut off at
 * LIMITS.
 */
export function adoptedContent(claim: Claim, from: Claim): ClaimContentInput {
  const known = new Set(from.evidence.map(evidenceKey));
  const own = claim.evidence.filter((each) => !known.has(evidenceKey(each)));
  return {
    ...contentOfClaim(claim),
    verdict: contentOfClaim(from).verdict,
    evidence: [...from.evidence, ...own].slice(0, LIMITS.evidence).map(inputOfEvidence),
  };
}

function evidenceKey({ source, stance, excerpt }: Evidence): string {
  return `${source.id} ${stance} ${excerpt ?? ""}`;
}
