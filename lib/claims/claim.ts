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

export const CLAIM_STATES = ["draft", "in_review", "disputed", "approved", "published", "retired"] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** Whether a claim is signed off as it is, be it shown to readers yet or not. */
export function isSigned({ state }: { state: ClaimState }): boolean {
  return state === "approved" || state === "published";
}

/** Whether somebody asked for, or gave, a signature under a claim: a change of what it says takes that back. */
export function isSubmitted(claim: { state: ClaimState }): boolean {
  return claim.state === "in_review" || claim.state === "disputed" || isSigned(claim);
}

export const ANCHOR_OUTCOMES = ["created", "exact", "moved", "changed", "orphaned", "confirmed"] as const;
export type AnchorOutcome = (typeof ANCHOR_OUTCOMES)[number];

/** Whether a claim's place waits for an editor: its words were edited, or are gone. */
export function needsChecking(anchor: { outcome: AnchorOutcome }): boolean {
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
  /** Somebody from outside, invited to review one article. */
  guest?: true;
  /** Where somebody is chosen among several of that name, for the newsroom only. */
  address?: string;
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

/** What of a claim can change under a signature. */
export const CHANGED_FIELDS = [
  "statement",
  "claimant",
  "claimedOn",
  "kind",
  "tags",
  "verdict",
  "evidence",
  "passage",
  "merge",
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** Why a claim is a draft again. */
export interface Reopening {
  /** What was changed; nothing, when somebody reopened it by hand. */
  fields: ChangedField[];
  by: PersonName;
  /** ISO 8601 instant. */
  at: string;
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
  excluded: boolean;
  excludedReason: string | null;
  /** Raised by every change; an edit made on an older one is a conflict. */
  revision: number;
  /** Raised by a change of content, and by a new round of votes on the same; approvals count for the content they were given on. */
  contentRevision: number;
  /** How many people have to sign it off, and how many have voted on the content as it is. How they voted is told by lib/review/vote.ts. */
  voting: { required: number; voted: number };
  /** Since it was sent back to draft, until it is approved anew. */
  reopened: Reopening | null;
  anchor: Anchor;
  verdict: Verdict | null;
  evidence: Evidence[];
  /** Who is to work on it. It is no part of what the revision counts: who edits a claim meanwhile is not disturbed by it. */
  assignee: PersonName | null;
  createdBy: PersonName;
  lastEditedBy: PersonName;
  createdAt: string;
  updatedAt: string;
}
