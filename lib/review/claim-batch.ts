import type { ReviewActionName } from "./transition";

/** The review steps for many claims at once. */
export const BATCH_STEPS = [
  "submit",
  "approve",
  "return",
  "withdraw",
  "exclude",
  "include",
  "retire",
] as const satisfies ReviewActionName[];
export type BatchStep = (typeof BATCH_STEPS)[number];

/** An action on many claims at once. */
export type BatchAction =
  | { kind: "step"; step: BatchStep; note?: string | undefined }
  | { kind: "tag"; tag: string }
  /** Null removes the assignment. */
  | { kind: "assign"; assigneeId: string | null };

/** Most claims in one call: the page sends more calls for the rest, and shows progress. */
export const BATCH_SIZE = 50;
/** The same for assigning claims, which is fast. */
export const ASSIGNED_AT_ONCE = 500;
