import type { ClaimState } from "@/lib/claims/claim";
import type { ReviewStepName } from "@/lib/review/transition";

/**
 * What happened to claims, as rows of few characters: hundreds of thousands of them go as one text from the database to the process that counts.
 * Times are seconds since 1970.
 */
export interface ProcessRecord {
  /** The steps of claims that had one in the period, since they were created; those of one claim follow each other, the oldest first. */
  steps: readonly StepRow[];
  /** Contents of claims that at least two people voted on, and whose last vote is in the period. */
  ballots: readonly BallotRow[];
  /** When claims were corrected in the period: one time for each claim in each publication. */
  corrections: readonly number[];
}

/** Number of the claim, what was done, the state after it, when, and whether the person whose figures are wanted did it (1) or not (0). */
export type StepRow = readonly [
  claim: number,
  action: ReviewStepName | "create",
  to: ClaimState,
  at: number,
  byPerson: 0 | 1,
];

/** When the last vote was, the id of the scale, and the key of the rating in each vote. */
export type BallotRow = readonly [at: number, scale: string, ratings: readonly string[]];
