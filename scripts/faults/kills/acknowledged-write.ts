import type { Claim } from "@/lib/claims/claim";
import type { DeskWrite } from "@/lib/live/desk-write";

/** A write that the server confirmed, and the claim in its answer. */
export interface AcknowledgedWrite {
  write: DeskWrite;
  claim: Claim;
}
