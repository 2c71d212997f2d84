import type { Claim } from "@/lib/claims/claim";
import { isSigned, needsChecking } from "@/lib/claims/claim";
import { awaitsAuthor, isResolved } from "@/lib/claims/outcome";

type CountedClaim = Pick<Claim, "state" | "excluded" | "anchor" | "outcome">;

/** How far the check of a manuscript is, in numbers of claims. */
export interface ManuscriptProgress {
  total: number;
  /** Judged: the text stands. */
  standing: number;
  /** Suggested wordings that are neither accepted nor declined. */
  suggestions: number;
  /** Queries to the author without another outcome since. */
  queries: number;
  /** Those of them that the author has answered. */
  answered: number;
  /** Without an outcome. */
  unjudged: number;
  /** Signed off, with their position in the text certain. */
  signed: number;
  /** Whether every claim is judged and signed off. */
  ready: boolean;
}

/** Counts the claims of a manuscript; those that are excluded or retired are left out. */
export function manuscriptProgress(claims: readonly CountedClaim[]): ManuscriptProgress {
  const counted = claims.filter(({ state, excluded }) => state !== "retired" && !excluded);
  const count = (matches: (claim: CountedClaim) => boolean) => counted.filter(matches).length;
  const queries = count(({ outcome }) => outcome?.kind === "query");
  const signed = count(
    (claim) => isSigned(claim) && isResolved(claim.outcome) && !needsChecking(claim.anchor),
  );
  return {
    total: counted.length,
    standing: count(({ outcome }) => isResolved(outcome)),
    suggestions: count(({ outcome }) => outcome?.kind === "change"),
    queries,
    answered: queries - count(({ outcome }) => awaitsAuthor(outcome)),
    unjudged: count(({ outcome }) => outcome === null),
    signed,
    ready: counted.length > 0 && signed === counted.length,
  };
}
