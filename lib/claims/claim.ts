import type { ClaimedBy } from "@/lib/claimants/claimant";
import type { DocumentNode } from "@/lib/document/document";
import type { Source, Stance } from "@/lib/sources/source";
import type { ArticlePurpose } from "./article-purpose";
import type { Outcome } from "./outcome";

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

/** Whether a claim is signed off as it is, published or not. */
export function isSigned({ state }: { state: ClaimState }): boolean {
  return state === "approved" || state === "published";
}

/** Whether a claim is in review or signed off: a change of its content sends it back to draft. */
export function isSubmitted(claim: { state: ClaimState }): boolean {
  return claim.state === "in_review" || claim.state === "disputed" || isSigned(claim);
}

export const ANCHOR_OUTCOMES = ["created", "exact", "moved", "changed", "orphaned", "confirmed"] as const;
export type AnchorOutcome = (typeof ANCHOR_OUTCOMES)[number];

/** Whether an editor has to check a claim's anchor: its text was changed or is gone. */
export function needsChecking(anchor: { outcome: AnchorOutcome }): boolean {
  return anchor.outcome === "changed" || anchor.outcome === "orphaned";
}

/**
 * Where a claim is in one version: the W3C Web Annotation TextPositionSelector and TextQuoteSelector. An `orphaned` claim is nowhere;
 * its offsets and text are those of the last version it appeared in.
 */
export interface Anchor {
  versionId: string;
  /** UTF-16 offset into ArticleVersion.text. */
  start: number;
  /** UTF-16 offset into ArticleVersion.text, after the last unit. */
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  outcome: AnchorOutcome;
  /** 0 to 1, with outcome `changed`; null otherwise. */
  score: number | null;
  /** The claim's text when an editor last confirmed it, while the anchor needs checking; null otherwise. */
  before: string | null;
}

export interface PersonName {
  id: string;
  name: string;
  /** Someone from outside the newsroom, invited to review one article. */
  guest?: true;
  /** Email address, set only where people share a name and one has to be chosen; for the newsroom only. */
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

/** Parts of a claim whose change reopens it. */
export const CHANGED_FIELDS = [
  "statement",
  "claimant",
  "carriedBy",
  "claimedOn",
  "kind",
  "tags",
  "verdict",
  "outcome",
  "evidence",
  "passage",
  "merge",
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** Why a claim is a draft again. */
export interface Reopening {
  /** The changed parts; empty if someone reopened it by hand. */
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
  claimant: ClaimedBy | null;
  /** Who carried the claim, if not the claimant: "Associated Press". */
  carriedBy: string | null;
  /** ISO 8601 day. */
  claimedOn: string | null;
  kind: ClaimKind;
  tags: string[];
  state: ClaimState;
  /** Not published, by an editor's decision. */
  excluded: boolean;
  excludedReason: string | null;
  /** Raised by every change; an edit based on an older one is a conflict. */
  revision: number;
  /** Raised by a change of content and by a new round of votes; an approval counts only for its content revision. */
  contentRevision: number;
  /** How many people have to sign it off, and how many have voted on the current content. lib/review/vote.ts decides who can see the votes. */
  voting: { required: number; voted: number };
  /** Set when the claim was sent back to draft, until it is approved again. */
  reopened: Reopening | null;
  anchor: Anchor;
  /** What its article is checked for: it decides whether the verdict or the outcome counts. */
  purpose: ArticlePurpose;
  verdict: Verdict | null;
  /** What was decided about it in a manuscript. It stays when the manuscript becomes a public fact-check. */
  outcome: Outcome | null;
  evidence: Evidence[];
  /** Who works on it. Not counted by `revision`, so that assigning a claim doesn't conflict with an edit. */
  assignee: PersonName | null;
  createdBy: PersonName;
  lastEditedBy: PersonName;
  createdAt: string;
  updatedAt: string;
}
