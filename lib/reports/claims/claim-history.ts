import type { Rating } from "@/lib/ratings/rating";

/** What one publication of an article showed of a claim. */
export interface PublishedState {
  /** Number of the publication. */
  publication: number;
  /** ISO 8601 instant. */
  publishedAt: string;
  /** Of the claim, in that publication. */
  number: number;
  statement: string;
  rating: Rating;
  claimant: string | null;
  /** They differ if readers were shown something else. */
  quoteHash: string;
  reasonsHash: string;
  sourcesHash: string;
}

/** What changed from one publication to the next. */
export type ClaimChange =
  | { kind: "first" }
  | { kind: "rating"; from: Rating }
  | { kind: "statement"; from: string }
  | { kind: "claimant" | "quote" | "reasons" | "sources" };

export interface ClaimHistoryEntry
  extends Pick<PublishedState, "publication" | "publishedAt" | "number" | "rating"> {
  /** Empty if the claim stayed as it was. */
  changes: ClaimChange[];
}

/**
 * The history of a claim through the publications of its article.
 * @param states in the order of the publications
 * @param isComplete whether they begin with the first publication that had the claim
 * @returns newest first
 */
export function claimHistory(states: readonly PublishedState[], isComplete = true): ClaimHistoryEntry[] {
  return states
    .map((state, index): ClaimHistoryEntry => {
      const { publication, publishedAt, number, rating } = state;
      const before = states[index - 1];
      const first: ClaimChange[] = isComplete ? [{ kind: "first" }] : [];
      return {
        publication,
        publishedAt,
        number,
        rating,
        changes: before ? changesBetween(before, state) : first,
      };
    })
    .reverse();
}

function changesBetween(before: PublishedState, after: PublishedState): ClaimChange[] {
  const changes: ClaimChange[] = [];
  if (before.rating.key !== after.rating.key || before.rating.label !== after.rating.label)
    changes.push({ kind: "rating", from: before.rating });
  if (before.statement !== after.statement) changes.push({ kind: "statement", from: before.statement });
  if (before.claimant !== after.claimant) changes.push({ kind: "claimant" });
  if (before.quoteHash !== after.quoteHash) changes.push({ kind: "quote" });
  if (before.reasonsHash !== after.reasonsHash) changes.push({ kind: "reasons" });
  if (before.sourcesHash !== after.sourcesHash) changes.push({ kind: "sources" });
  return changes;
}
