import type { Claim } from "./claim";
import { type ClaimContentInput, LIMITS } from "./claim-input";

/** What is said about a claim, in the form in which it is sent: to put the same on another claim, or to put it back later. */
export function contentOfClaim(claim: Claim): ClaimContentInput {
  return {
    statement: claim.statement,
    claimant: claim.claimant,
    claimedOn: claim.claimedOn,
    kind: claim.kind,
    tags: claim.tags,
    verdict: claim.verdict && {
      ratingKey: claim.verdict.ratingKey,
      rationaleDoc: claim.verdict.rationaleDoc,
    },
    evidence: claim.evidence.map(({ id: _, source, ...each }) => ({ ...each, source: { id: source.id } })),
  };
}

/**
 * What is said about two claims that become one: the verdict, claimant and kind of the first, both statements, and the sources and
 * tags of both, each once. Where the first has no verdict it takes that of the other.
 */
export function mergedContent(first: Claim, other: Claim): ClaimContentInput {
  const mine = contentOfClaim(first);
  const theirs = contentOfClaim(other);
  const statements = [first.statement, other.statement];
  const both = first.statement.includes(other.statement) ? first.statement : statements.join(" ");
  const known = new Set(first.evidence.map(evidenceKey));
  const added = theirs.evidence?.filter(
    (_, index) => !known.has(evidenceKey(other.evidence[index] as Claim["evidence"][number])),
  );
  return {
    ...mine,
    statement: both.length <= LIMITS.statement ? both : first.statement,
    claimant: mine.claimant ?? theirs.claimant,
    claimedOn: mine.claimedOn ?? theirs.claimedOn,
    tags: [...new Set([...first.tags, ...other.tags])].slice(0, LIMITS.tags),
    verdict: mine.verdict ?? theirs.verdict,
    evidence: [...(mine.evidence ?? []), ...(added ?? [])].slice(0, LIMITS.evidence),
  };
}

function evidenceKey({ source, stance, excerpt }: Claim["evidence"][number]): string {
  return `${source.id} ${stance} ${excerpt ?? ""}`;
}
