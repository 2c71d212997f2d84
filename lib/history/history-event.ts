import type { PersonName } from "@/lib/claims/claim";

/** A change recorded in the audit log. */
export interface HistoryEvent {
  /** Number of the event as text, because it can exceed Number.MAX_SAFE_INTEGER. */
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
  /** The old values of what changed; null if it did not exist. */
  from: Record<string, unknown> | null;
  to: Record<string, unknown> | null;
}

/** What the description of an event needs to know in addition to the event. */
export interface HistoryContext {
  /** The number of a claim in its article; null if unknown. */
  claimNumber: (claimId: string) => number | null;
  /** The label of a rating; its key if unknown. */
  ratingLabel: (key: string) => string;
  /** The people mentioned in comments. */
  people: readonly PersonName[];
  /** An ISO 8601 instant as the person who reads it wants it; in English if missing. */
  instant?: ((iso: string) => string) | undefined;
}

/** The id of the claim that an event or its comment is about, or null. */
export function claimIdOf({ targetType, targetId, from, to }: HistoryEvent): string | null {
  if (targetType === "claim") return targetId;
  if (targetType !== "comment") return null;
  const id = to?.claimId ?? from?.claimId;
  return typeof id === "string" ? id : null;
}
