import type { ClaimImportPlan, PlannedClaim } from "./plan-claim-import";

/** A row of a file, for review. */
export interface PreviewedClaim
  extends Pick<PlannedClaim, "row" | "place" | "quote" | "known" | "problems" | "rating"> {
  /** As the file states it; empty if it will be made from the passage. */
  statement: string;
  claimant: string | null;
  /** How many sources it cites. */
  sources: number;
}

export interface ClaimImportPreview {
  /** The version that the passages belong to. */
  versionId: string;
  format: ClaimImportPlan["format"];
  claims: PreviewedClaim[];
  ratings: ClaimImportPlan["ratings"];
}
