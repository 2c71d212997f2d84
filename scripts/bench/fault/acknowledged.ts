import type { Claim } from "@/lib/claims/claim";
import type { DeskWrite } from "@/lib/live/desk-write";

/** A write that was answered, and what the answer said. */
export interface Acknowledged {
  write: DeskWrite;
  claim: Claim;
}
