import type { DocumentNode } from "@/lib/document/document";
import type { Source, Stance } from "@/lib/sources/source";

export const CLAIM_KINDS = [
  "number",
  "quote",
  "event",
  "attribution",
  "prediction",
  "opinion",
  "other",
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const CLAIM_STATES = ["draft", "in_review", "approved", "retired"] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const ANCHOR_OUTCOMES = ["created", "exact", "moved", "changed", "orphaned", "confirmed"] as const;
export type AnchorOutcome = (typeof ANCHOR_OUTCOMES)[number];

/** Whether a claim's place waits for an editor: its words were edited, or are gone. */
export function isWaiting(anchor: { outcome: AnchorOutcome }): boolean {
  return anchor.outcome === "changed" || anchor.outcome === "orphaned";
}

/**
 * Where a claim stands in one version: W3C text position and text quote selectors. With the outcome `orphaned` it stands nowhere, and
 * offsets and words are those of the last version where it did.
 */
export interface Anchor {
  versionId: string;
  /** UTF-16 offset into ArticleVersion.text. */
  start: number;
  /** UTF-16 offset into ArticleVersion.text, behind the last unit. */
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  outcome: AnchorOutcome;
  /** 0 to 1, with outcome `changed`; null otherwise. */
  score: number | null;
  /** The words as they were when somebody last saw to them, while the place waits; null otherwise. */
  before: string | null;
}

export interface PersonName {
  id: string;
  name: string;
}

export interface Verdict {
  id: string;
  ratingKey: string;
  rationaleDoc: DocumentNode;
  rationaleText: string;
  givenBy: PersonName;
  /** ISO 8601 instant. */
  givenAt: string;
}

export interface Evidence {
  id: string;
  stance: Stance;
  excerpt: string | null;
  note: string | null;
  /** ISO 8601 day. */
  accessedOn: string | null;
  archiveUrl: string | null;
  source: Source;
}

/** A checkable span of one version, with its own statement, claimant, verdict and sources. */
export interface Claim {
  id: string;
  articleId: string;
  /** Stable number inside its article, in order of creation. */
  number: number;
  statement: string;
  claimant: string | null;
  /** ISO 8601 day. */
  claimedOn: string | null;
  kind: ClaimKind;
  tags: string[];
  state: ClaimState;
  /** Kept out of the publication on purpose. */
  leftOut: boolean;
  leftOutReason: string | null;
  /** Raised by every change; an edit made on an older one is a conflict. */
  revision: number;
  /** Raised by a change of content only; approvals count for the content they were given on. */
  contentRevision: number;
  anchor: Anchor;
  verdict: Verdict | null;
  evidence: Evidence[];
  createdBy: PersonName;
  lastEditedBy: PersonName;
  createdAt: string;
  updatedAt: string;
}
