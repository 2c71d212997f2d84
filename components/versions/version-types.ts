import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import type { AnchorOutcome, PersonName } from "@/lib/claims/claim";

export type VersionOrigin = "imported" | "replaced" | "edited";

/** A version of a text in the list of them. */
export interface VersionListItem {
  id: string;
  number: number;
  origin: VersionOrigin;
  createdBy: PersonName;
  /** ISO 8601 instant. */
  createdAt: string;
  /** Length of its text in UTF-16 units. */
  length: number;
  /** How many claims it has, by the outcome of anchoring them. */
  outcomes: Partial<Record<AnchorOutcome, number>>;
}

/** What happened to a claim between two versions; see lib/workflows/articles/compare-versions.ts. */
export interface ComparedClaim {
  claimId: string;
  number: number;
  statement: string;
  change: "same" | "moved" | "edited" | "waits" | "lost" | "new";
  before: string | null;
  after: string | null;
}

/** Two versions of a text, compared. */
export interface ComparedVersions {
  from: number;
  to: number;
  blocks: ComparedBlock[];
  claims: ComparedClaim[];
}
