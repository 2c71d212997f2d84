import type { PersonName } from "@/lib/claims/claim";

/** A change as the audit log keeps it. */
export interface HistoryEvent {
  /** Number of the event, as text: it may be larger than a number holds. */
  id: string;
  /** ISO 8601 instant. */
  at: string;
  /** Null when the system itself acted. */
  actor: PersonName | null;
  /** "claim.edit", "article.publish" … */
  action: string;
  /** "article", "claim", "source" … */
  targetType: string;
  targetId: string;
  articleId: string | null;
  /** What was before, as far as it changed; null where there was nothing. */
  from: Record<string, unknown> | null;
  to: Record<string, unknown> | null;
}

/** What the words for an event need to know besides it. */
export interface HistoryWords {
  /** The number of a claim inside its article; null for one that is not known. */
  claimNumber: (claimId: string) => number | null;
  /** The label of a rating; its key where it is not known. */
  ratingLabel: (key: string) => string;
  /** Those who are mentioned. */
  people: readonly PersonName[];
}

/** The claim that an event is about, or that its comment is on; null where it is about none. */
export function claimIdOf({ targetType, targetId, from, to }: HistoryEvent): string | null {
  if (targetType === "claim") return targetId;
  if (targetType !== "comment") return null;
  const id = to?.claimId ?? from?.claimId;
  return typeof id === "string" ? id : null;
}
