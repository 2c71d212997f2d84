import type { ClaimState, PersonName } from "@/lib/claims/claim";

/** Why someone should look at a claim or an article again. */
export const FLAG_KINDS = ["review_due", "page_changed", "excerpt_gone", "family_changed", "idle"] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** How a flag was resolved: by a person, or, with the last two, by itself. */
export const FLAG_OUTCOMES = ["confirmed", "adopted", "changed", "reopened", "resumed", "withdrawn"] as const;
export type FlagOutcome = (typeof FLAG_OUTCOMES)[number];

/** What a flag remembers, by kind. */
export interface FlagDetail {
  /** review_due: the ISO 8601 day, and why it was set. */
  reviewOn?: string;
  reason?: string;
  /** page_changed and excerpt_gone: ids of the saved copies before and after, and the excerpts that are no longer in it. */
  beforeId?: string;
  afterId?: string;
  lost?: string[];
  /** family_changed: what the other claim has changed. */
  changed?: ("verdict" | "evidence")[];
  /** idle: ISO 8601 instant of the last change, and the days without one. */
  since?: string;
  days?: number;
}

/** Something about a claim, or an article as a whole, that someone should look at. */
export interface Flag {
  id: string;
  kind: FlagKind;
  article: { id: string; title: string };
  /** Null for the article as a whole. */
  claim: { id: string; number: number; statement: string; state: ClaimState; revision: number } | null;
  /** Of the page that changed. */
  source: { id: string; title: string } | null;
  /** The claim of the family that changed. */
  cause: { id: string; number: number; articleId: string; articleTitle: string } | null;
  /** The person who was reminded first. */
  owner: PersonName | null;
  detail: FlagDetail;
  /** ISO 8601 instants. */
  madeAt: string;
  resolvedAt: string | null;
  resolvedBy: PersonName | null;
  outcome: FlagOutcome | null;
  note: string | null;
}

/** Names what a flag is about: two open flags never have the same key. */
export const flagKeys = {
  review: (subjectId: string) => `review:${subjectId}`,
  page: (claimId: string, sourceId: string) => `page:${claimId}:${sourceId}`,
  family: (claimId: string, causeId: string) => `family:${claimId}:${causeId}`,
  idle: (subjectId: string) => `idle:${subjectId}`,
} as const;

/** The desk page on which a flag is looked at. */
export function hrefOfFlag({ article, claim }: Pick<Flag, "article" | "claim">): string {
  return `/desk/articles/${article.id}${claim ? `?claim=${claim.id}` : ""}`;
}
